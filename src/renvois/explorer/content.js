// What the lanes of an opinion hold.
const gradesShown = ["A", "B", "B weak", "X", "C"];
const recWidth = (narrow) => (narrow ? 40 : 74);
const recLabel = (rec, narrow) => say(narrow ? "rec_tiny" : "rec_short", { n: rec.n });

/** What the lanes show under the filters: nodes in each lane, in order, and the links between them. */
function laneContent() {
  const alone = isolated && chosen ? related(chosen, isShown) : null;
  const isLeft = (key) => !alone || alone.has(key);
  const recs = data.recs.filter((rec) => isRecShown(rec) && isLeft(rec.key));
  const shown = new Set(recs.map((rec) => rec.key));
  const bases = oneLineEach(data.bases.filter((basis) => shown.has(basis.rec) && isShown(basis) && isLeft(basis.key)));
  const roles = data.roles.filter((role) => shown.has(role.rec) && isShown(role) && isLeft(role.key));
  const tied = new Set(bases.map((basis) => basis.to));
  const asked = new Set(roles.map((role) => role.to));
  const order = new Map(recs.map((rec, n) => [rec.key, n]));
  const sources = data.sources.filter((source) => tied.has(source.key));
  const bodies = data.bodies.filter((body) => asked.has(body.key));
  return {
    recs,
    bases,
    roles,
    bodies: byMeanRow(
      bodies,
      grouped(roles, (role) => role.to),
      order,
    ),
    sources: byMeanRow(
      sources,
      grouped(bases, (basis) => basis.to),
      order,
    ),
    orphans: filters.orphans
      ? data.sources.filter(
          (source) =>
            isSourceShown(source) &&
            isLeft(source.key) &&
            !restOn(source).size &&
            !tied.has(source.key) &&
            inBody(citesOf(source.key)).length,
        )
      : [],
  };
}
