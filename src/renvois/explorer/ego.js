// What the lanes of the index hold: one source or institution and what surrounds it, never a whole corpus.
const MOST = 70; // beyond these nodes a picture is no longer read
const RECS = 40; // of which so many recommendations, where they leave no room for what they join
let leftOut = 0;
const gradesShown = ["A", "B", "B weak", "X"];
const recWidth = (narrow, recs) => Math.min(narrow ? 110 : 190, 26 + Math.max(0, ...recs.map((rec) => widthOf(rec.name, 12))));
const recLabel = (rec) => rec.name;
const isShown = () => true;
const isRowShown = () => true;

/** Its recommendations, the surest links first; then who must act on them; then what else they rest on, as many as there is room for. */
function laneContent() {
  const ofSource = items.get(chosen)?.type === "source";
  const near = [...new Set((ofSource ? basesOn(chosen).toSorted(byGrade) : rolesTo(chosen)).map((link) => link.rec))];
  const tied = new Set(near);
  const bases = data.bases.filter((basis) => tied.has(basis.rec));
  const roles = data.roles.filter((role) => tied.has(role.rec));
  const around = [...byCount(ofSource ? roles : bases), ...byCount(ofSource ? bases : roles)].filter((key) => key !== chosen);
  const kept = new Set(near.slice(0, Math.max(RECS, MOST - 1 - around.length)));
  const isKept = (link) => kept.has(link.rec);
  const joined = new Set([...bases, ...roles].filter(isKept).map((link) => link.to));
  const seen = new Set([chosen, ...around.filter((key) => joined.has(key)).slice(0, MOST - 1 - kept.size)]);
  leftOut = near.length + around.length + 1 - kept.size - seen.size;
  const recs = data.recs.filter((rec) => kept.has(rec.key));
  const order = new Map(recs.map((rec, n) => [rec.key, n]));
  const isSeen = (link) => isKept(link) && seen.has(link.to);
  const lane = (list, links) => {
    const linksOf = grouped(links, (link) => link.to);
    return byMeanRow(
      list.filter((item) => linksOf(item.key).length),
      linksOf,
      order,
    );
  };
  const [shownBases, shownRoles] = [oneLineEach(bases.filter(isSeen)), roles.filter(isSeen)];
  return { recs, bases: shownBases, roles: shownRoles, bodies: lane(data.bodies, shownRoles), sources: lane(data.sources, shownBases), orphans: [] };
}
const byCount = (links) => {
  const count = new Map();
  for (const link of links) count.set(link.to, (count.get(link.to) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
};
