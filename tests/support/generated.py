"""Read queries generated over the schema, to ask of both databases: patterns, OPTIONAL MATCH, variable length, aggregates, nulls.

Each is drawn from a seed, so that a query that differs can be asked again. Rows come in one order: the last keys are unique.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from renvois.graph.model import Graph
from renvois.graph.schema import SCHEMA

# Words that stand in the opinions asked, or do not.
WORDS = ("de", "enfant", "mineurs", "É", "article", "zèbre", "", "L’")
COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")


@dataclass(frozen=True, slots=True)
class Generated:
    """A query and its parameters; `kind` says what it is about."""

    kind: str
    cypher: str
    parameters: dict[str, object]


def generate(seed: int, graph: Graph) -> Generated:
    """The query of that seed, about what the graph holds."""
    return _Generator(seed, graph).query()


class _Generator:
    def __init__(self, seed: int, graph: Graph) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        labels = {n.id: n.label for n in graph.nodes}
        self.links = sorted({(labels[r.source], r.type, labels[r.target]) for r in graph.relationships})
        self.ids = sorted(labels)
        self.kinds = labels
        self.parameters: dict[str, object] = {}

    def query(self) -> Generated:
        kinds: tuple[Callable[[], str], ...] = (
            self._pattern, self._optional, self._optional_twice, self._variable_length, self._grouped, self._nulls, self._exists, self._union,
            self._lists, self._strings, self._chain, self._page, self._case, self._undirected, self._paths, self._unwound, self._numbers,
            self._subquery, self._maps, self._shortest,
        )  # fmt: skip
        kind = kinds[self.seed % len(kinds)]
        return Generated(kind.__name__.strip("_"), kind(), self.parameters)

    def _pattern(self) -> str:
        s, t, e = self._link()
        where = self._where(("a", s), ("b", e))
        a, b, r = self._property(s), self._property(e), self._of_type(t)
        distinct = self.random.choice(("", "DISTINCT "))
        return (
            f"MATCH (a:{s})-[r:{t}]->(b:{e}) {where}RETURN {distinct}a.id AS a, b.id AS b, r.id AS r, a.{a} AS x, b.{b} AS y, r.{r} AS z "
            "ORDER BY a, b, r"
        )

    def _optional(self) -> str:
        s, t, e = self._link()
        other = self.random.choice((s, self._label()))
        condition = self._condition("b", e)
        where = f"WHERE {condition} " if self.random.random() < 0.5 else ""
        return f"MATCH (a:{other}) OPTIONAL MATCH (a)-[r:{t}]->(b:{e}) {where}RETURN a.id AS a, b.id AS b, r.id AS r ORDER BY a, b, r"

    def _optional_twice(self) -> str:
        s, t, e = self._link()
        later = [link for link in self.links if link[0] == e.strip("`")] or [(e, "CITES", "Avis")]
        _, u, f = self.random.choice(later)
        return (
            f"MATCH (a:{s}) OPTIONAL MATCH (a)-[r:{t}]->(b:{e}) OPTIONAL MATCH (b)-[q:{self._quoted(u)}]->(c:{self._quoted(f)}) "
            "WITH a, count(DISTINCT b) AS bs, count(q) AS qs, count(*) AS n RETURN a.id AS a, bs, qs, n ORDER BY n DESC, a"
        )

    def _variable_length(self) -> str:
        types = "|".join(sorted({self._link()[1] for _ in range(3)}))
        least, most = self.random.choice(((1, 2), (1, 3), (0, 1), (2, 3), (0, 2)))
        left, right = self.random.choice((("-", "->"), ("<-", "-")))
        self.parameters["start"] = self.random.choice(self.ids)
        label = self._label_of_start()
        return (
            f"MATCH p = (a:{label} {{id: $start}}){left}[rs:{types}*{least}..{most}]{right}(b) "
            "WITH b, length(p) AS steps, [r IN rs | type(r)] AS types, [n IN nodes(p) | n.id] AS ids "
            "RETURN b.id AS b, steps, types, ids ORDER BY steps, b, ids, types LIMIT 200"
        )

    def _grouped(self) -> str:
        s, t, e = self._link()
        by, what = self._property(s), self._property(e, "string", "integer")
        aggregate = self.random.choice((f"count(b.{what})", f"count(DISTINCT b.{what})", f"min(b.{what})", f"max(b.{what})"))
        having = self.random.choice(("", "WHERE n > 1 "))
        return (
            f"MATCH (a:{s})-[:{t}]->(b:{e}) WITH a.{by} AS by, count(*) AS n, {aggregate} AS found {having}"
            "RETURN by, n, found ORDER BY n DESC, by"
        )

    def _nulls(self) -> str:
        label = self._label()
        first, second = self._property(label, optional=True), self._property(label)
        ways = [self.random.choice(("", " DESC")) for _ in range(2)]
        return (
            f"MATCH (a:{label}) WITH a.id AS id, a.{first} AS x, a.{second} AS y "
            f"RETURN id, x, y, x IS NULL AS none, coalesce(y, 'rien') AS z ORDER BY x{ways[0]}, y{ways[1]}, id"
        )

    def _exists(self) -> str:
        s, t, e = self._link()
        test = self.random.choice(
            (
                f"EXISTS {{ MATCH (a)-[:{t}]->(b:{e}) WHERE {self._condition('b', e)} }}",
                f"NOT EXISTS {{ MATCH (a)-[:{t}]->(:{e}) }}",
                f"NOT (a)-[:{t}]->()",
                f"(a)-[:{t}]->()",
                f"COUNT {{ (a)-[:{t}]->() }} > {self.random.randint(0, 3)}",
            )
        )
        return f"MATCH (a:{s}) WHERE {test} AND {self._condition('a', s)} RETURN a.id AS a, COUNT {{ (a)-->() }} AS n ORDER BY n, a"

    def _union(self) -> str:
        s, t, e = self._link()
        other = self._label()
        word = self.random.choice(("UNION", "UNION ALL"))
        return (
            f"CALL () {{ MATCH (a:{s})-[:{t}]->(b:{e}) RETURN a.id AS id, '{t}' AS why {word} "
            f"MATCH (a:{other}) WHERE {self._condition('a', other.strip('`'))} RETURN a.id AS id, 'x' AS why }} "
            "WITH id, why, count(*) AS n RETURN id, why, n ORDER BY id, why"
        )

    def _lists(self) -> str:
        s, t, e = self._link()
        test = self.random.choice(("any", "all", "none", "single"))
        word = self.random.choice(WORDS)
        self.parameters["word"] = word
        return (
            f"MATCH (a:{s})-[:{t}]->(b:{e}) WITH a, b ORDER BY b.id WITH a, collect(DISTINCT b.id) AS ids "
            f"RETURN a.id AS a, size(ids) AS n, head(ids) AS first, last(ids) AS final, ids[0..2] AS some, reverse(ids) AS back, "
            f"[i IN ids WHERE i CONTAINS $word | left(i, 4)] AS found, {test}(i IN ids WHERE i STARTS WITH 'i') AS tested, "
            "reduce(n = 0, i IN ids | n + size(i)) AS long ORDER BY n DESC, a"
        )

    def _strings(self) -> str:
        label = self._label()
        name = self._property(label, "string")
        self.parameters["word"] = self.random.choice(WORDS)
        return (
            f"MATCH (a:{label}) WHERE toLower(a.{name}) CONTAINS toLower($word) OR a.{name} STARTS WITH $word "
            f"RETURN a.id AS a, toUpper(a.{name}) AS up, substring(a.{name}, 2, 5) AS mid, right(a.{name}, 3) AS tail, "
            f"size(a.{name}) AS n, replace(a.{name}, $word, '_') AS changed, split(a.{name}, ' ') AS parts, trim(a.{name}) AS t ORDER BY n, a"
        )

    def _chain(self) -> str:
        s, t, e = self._link()
        left, u, _ = self.random.choice([link for link in self.links if link[2] == e.strip("`")])
        return (
            f"MATCH (a:{s})-[r:{t}]->(b:{e})<-[q:{self._quoted(u)}]-(c:{self._quoted(left)}) WHERE a.id < c.id "
            "WITH a, c, count(DISTINCT b) AS shared, count(DISTINCT r) AS rs, count(DISTINCT q) AS qs "
            "RETURN a.id AS a, c.id AS c, shared, rs, qs ORDER BY shared DESC, a, c LIMIT 100"
        )

    def _page(self) -> str:
        label = self._label()
        self.parameters |= {"skip": self.random.randint(0, 5), "limit": self.random.randint(0, 8)}
        order = self._property(label)
        way = self.random.choice(("", " DESC"))
        return f"MATCH (a:{label}) WITH a.id AS id, a.{order} AS x RETURN id, x ORDER BY x{way}, id{way} SKIP $skip LIMIT $limit"

    def _case(self) -> str:
        label = self._label()
        name = self._property(label, "integer", "string", "boolean")
        return (
            f"MATCH (a:{label}) WITH a.id AS a, CASE WHEN a.{name} IS NULL THEN 'none' WHEN {self._condition('a', label.strip('`'))} "
            "THEN 'yes' ELSE 'no' END AS c WITH c, count(*) AS n, min(a) AS least RETURN c, n, least ORDER BY c"
        )

    def _undirected(self) -> str:
        s, t, e = self._link()
        other = self.random.choice((s, e))
        return (
            f"MATCH (a:{other})-[r:{t}]-(b) RETURN a.id AS a, b.id AS b, r.id AS r, type(r) AS t, startNode(r).id AS s, endNode(r).id AS e "
            "ORDER BY a, b, r"
        )

    def _paths(self) -> str:
        s, t, e = self._link()
        return (
            f"MATCH p = (a:{s})-[r:{t}]->(b:{e}) WITH p, a, b, r ORDER BY a.id, b.id, r.id LIMIT 20 "
            "RETURN p, a, r, [x IN nodes(p) | [l IN labels(x) WHERE l <> 'Source'][0]] AS kinds, length(p) AS n, r.id AS id ORDER BY id"
        )

    def _unwound(self) -> str:
        label = self._label()
        values = [self.random.choice((*WORDS, *self.ids)) for _ in range(4)] + [self.random.choice(self.ids)]
        self.parameters["values"] = values
        return (
            f"UNWIND $values AS v OPTIONAL MATCH (a:{label} {{id: v}}) WITH v, count(a) AS n, count(*) AS m "
            "RETURN v, n, m, v IN $values AS there, size(v) AS long ORDER BY n DESC, v"
        )

    def _numbers(self) -> str:
        units = [label for label in sorted({link[0] for link in self.links}) if "start" in self._names(label, ("integer",))]
        label = self._quoted(self.random.choice(units))
        by = self._property(label)
        return (
            f"MATCH (a:{label}) WITH a.{by} AS by, coalesce(sum(a.end - a.start), 0) AS long, max(a.start % 7) AS rest, "
            "min(a.start / 10) AS tenth, toInteger(round(avg(a.start) * 100)) AS mean, count(*) AS n "
            "RETURN by, long, rest, tenth, mean, n, -long AS minus, abs(rest - 3) AS away, toFloat(n) / 4 AS part ORDER BY n DESC, by"
        )

    def _subquery(self) -> str:
        s, t, e = self._link()
        return (
            f"MATCH (a:{s}) CALL (a) {{ MATCH (a)-[:{t}]->(b:{e}) WHERE {self._condition('b', e)} RETURN count(b) AS n, max(b.id) AS most }} "
            "WITH a, n, most WHERE n >= 0 RETURN a.id AS a, n, most ORDER BY n DESC, a"
        )

    def _maps(self) -> str:
        label = self._label()
        name = self._property(label)
        return f"MATCH (a:{label}) RETURN a {{.id, .{name}, one: 1, l: [1, 2]}} AS m, properties(a) AS p, a.id AS id ORDER BY id LIMIT 15"

    def _shortest(self) -> str:
        ends = self.random.sample(self.ids, 2)
        self.parameters |= {"start": ends[0], "end": ends[1]}
        label, other = self._label_of_start(), self._label_of("end")
        types = "|".join(sorted({self._link()[1] for _ in range(6)}))
        return (
            f"MATCH (a:{label} {{id: $start}}) MATCH (b:{other} {{id: $end}}) MATCH p = shortestPath((a)-[:{types}*1..6]-(b)) "
            "RETURN length(p) AS n, a.id AS a, b.id AS id ORDER BY id"
        )

    def _link(self) -> tuple[str, str, str]:
        start, rel_type, end = self.random.choice(self.links)
        return self._quoted(start), rel_type, self._quoted(end)

    def _label(self) -> str:
        return self._quoted(self.random.choice(sorted({link[0] for link in self.links} | {link[2] for link in self.links})))

    def _label_of_start(self) -> str:
        return self._label_of("start")

    def _label_of(self, parameter: str) -> str:
        """A label of the node that a parameter names, as an id of the opinion tells it: the wide one for sources."""
        return self._quoted(self.kinds[str(self.parameters[parameter])])

    def _names(self, label: str, types: tuple[str, ...], optional: bool = False) -> list[str]:
        declared = SCHEMA.node_type(label.strip("`")).properties
        return [p.name for p in declared if (not types or p.type in types) and not (optional and p.required)]

    def _property(self, label: str, *types: str, optional: bool = False) -> str:
        found = self._names(label, types, optional) or self._names(label, types) or ["id"]
        return self.random.choice(found)

    def _of_type(self, rel_type: str) -> str:
        return self.random.choice([p.name for p in SCHEMA.relationship_type(rel_type).properties])

    def _where(self, *nodes: tuple[str, str]) -> str:
        if self.random.random() < 0.3:
            return ""
        joint = self.random.choice((" AND ", " OR "))
        return f"WHERE {joint.join(self._condition(name, label) for name, label in nodes)} "

    def _condition(self, name: str, label: str) -> str:
        """A test of one property, by its declared type; one in four is negated."""
        declared = self.random.choice([p for p in SCHEMA.node_type(label.strip("`")).properties if not p.type.endswith("[]")])
        value = f"{name}.{declared.name}"
        word = self.random.choice(WORDS).replace("'", "\\'")
        tests = {
            "string": (f"{value} CONTAINS '{word}'", f"{value} STARTS WITH '{word}'", f"{value} IS NULL", f"{value} > 'm'",
                       f"{value} IN ['body', 'Article', '{word}']", f"size({value}) > {self.random.randint(0, 40)}"),
            "integer": (f"{value} {self.random.choice(COMPARISONS)} {self.random.randint(0, 9)}", f"{value} IS NOT NULL",
                        f"{value} % 2 = 0", f"{value} IN [1, 2, 3]"),
            "float": (f"{value} > 0.5", f"{value} IS NULL"),
            "boolean": (value, f"NOT {value}", f"{value} = true", f"{value} IS NULL"),
        }[declared.type]  # fmt: skip
        test = self.random.choice(tests)
        return f"NOT ({test})" if self.random.random() < 0.25 else f"({test})"

    @staticmethod
    def _quoted(label: str) -> str:
        return "`Case`" if label == "Case" else label
