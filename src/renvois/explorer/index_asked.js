// The questions of the index: each gives rows of [key, words beside it].
const inSeveral = (list) =>
  ranked(list, (item) => (item.in.length > 1 ? item.in.length : 0)).map(([item, n]) => [item.key, counted("n_documents", n)]);

const QUESTIONS = {
  shared_sources: { answer: () => inSeveral(data.sources) },
  shared_bodies: { answer: () => inSeveral(data.bodies.filter((body) => rolesTo(body.key).length)) },
  top_sources: { answer: () => ranked(data.sources, (s) => restOn(s).size).map(([s, n]) => [s.key, counted("n_recs", n)]) },
  top_bodies: { answer: () => ranked(data.bodies, (b) => loadOf(b).size).map(([b, n]) => [b.key, counted("n_recs", n)]) },
  idle_sources: {
    answer: () => data.sources.filter((s) => !restOn(s).size).map((s) => [s.key, counted("n_documents", s.in.length)]),
  },
  bare_documents: { answer: () => ranked(data.avis, (avis) => avis.bare).map(([avis, n]) => [avis.key, say("n_bare_of", { n, all: avis.recs })]) },
};
