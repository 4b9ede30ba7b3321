"""What a canned query may not hold: whatever writes, and whatever does not run alike on Neo4j 5 and the embedded database.

Each rule is a pattern over the code of the query (comments and strings blanked). The portable subset was proved by running
the same queries on both databases and comparing the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cypher import CLOSE, OPEN, Breach, Token, bare, tokens


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that is refused, what is wrong with it, and what to write instead."""

    pattern: re.Pattern[str]
    what: str
    cure: str


def _rule(pattern: str, what: str, cure: str) -> Rule:
    return Rule(re.compile(pattern, re.IGNORECASE | re.DOTALL), what, cure)


# A word that is neither a property, a label, a parameter, a map key nor an alias.
WORD = r"(?<![.\w$:`])(?<!\bAS )"
FUNCTION = r"(?<![.\w])"
SAME_CLAUSE = r"(?:(?!\b(?:MATCH|WITH|RETURN|UNWIND|CALL)\b).)*?"

WRITING = (
    "CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "INSERT", "DROP", "ALTER", "GRANT", "DENY", "REVOKE",
    r"LOAD\s+CSV", r"IN\s+TRANSACTIONS",
)  # fmt: skip

RULES = (
    _rule(
        WORD + rf"(?:{'|'.join(WRITING)})\b(?!\s*[:=,)])",
        "A clause that writes, or reads a file: a canned query only reads.",
        "Remove it.",
    ),
    _rule(r"\b(?:apoc|gds|dbms|algo)\.\w|\bdb\.\w+\s*[.(]", "A plugin or procedure is used (apoc, gds, db).", "Write it in plain Cypher."),
    _rule(WORD + r"CALL\s+[a-z`]", "A procedure is called.", "Write it in plain Cypher, or CALL (variable) { … }."),
    _rule(WORD + r"CALL\s*\{", "CALL { … } without a scope is deprecated.", "Write CALL () { … }, or CALL (variable) { … }."),
    _rule(r"\bCOLLECT\s*\{", "COLLECT { … } does not run on both databases.", "Write CALL (variable) { … RETURN collect(x) AS xs }."),
    _rule(FUNCTION + r"(?:id|elementId)\s*\(", "id() and elementId() differ between databases.", "Use the property id."),
    _rule(
        FUNCTION + r"labels\s*\(\s*\w+\s*\)\s*\[", "The order of labels() differs between databases.",
        "Write head([l IN labels(n) WHERE l <> 'Source']), or the property kind of a source.",
    ),
    _rule(r"[(\[]\s*\w*\s*:[\w:`|]+\s+WHERE\b", "WHERE inside a pattern does not run on both databases.", "Put WHERE after MATCH."),
    _rule(
        r"\(\s*\w*\s*:\s*!|\(\s*\w*\s*:[\w:`]*\s*[|&%]|(?<![\[\w])[^\W\d]\w*:[A-Z`][\w`]*\s*[|&]",
        "Label expressions (A|B, A&B, !A) do not run on both databases.", "Write WHERE n:A OR n:B.",
    ),
    _rule(r"[)>]\s*\{\s*\d|-\s*\{\s*\d|>\s*\+|\)\s*\+\s*\(\(", "Quantified paths do not run on both databases.", "Write -[:T*1..4]->."),
    _rule(r"\[[^\[\]]*\*\s*(?:\d+\s*\.\.\s*)?(?=[\]{])", "A path has no upper bound.", "Give one: *1..4."),
    _rule(r":\s*Case\b", "Case is also a word of Cypher.", "Write the label in backticks: :`Case`."),
    _rule(r"(?<!coalesce\()(?<!\w)sum\s*\(", "sum() of nothing differs between databases.", "Write coalesce(sum(x), 0)."),
    _rule(r"\bcollect\s*\([^()]*\)\s*\[", "An aggregate is indexed at once.", "Aggregate in a WITH, index in the next clause."),
    _rule(r"[\w)]\[\s*-\s*\d|\.\.\s*-\s*\d", "A negative index differs between databases.", "Use last(), or reverse() first."),
    _rule(
        r"\.(?:id|document)\s+ENDS\s+WITH\b", "Neo4j 5.26 may plan ENDS WITH on an indexed property by its index, and then fails.",
        "Write right(n.document, size($x)) = $x.",
    ),
    _rule(FUNCTION + r"exists\s*\(", "exists(…) is no longer in Cypher.", "Write n.p IS NOT NULL, or EXISTS { MATCH … }."),
    _rule(FUNCTION + r"round\s*\([^()]*,", "round(x, n) differs between databases.", "Return x as it is."),
    _rule(
        r"\b(?:duration\.\w+|" + FUNCTION + r"(?:duration|date|datetime|localdatetime|time|localtime|timestamp|rand|randomUUID))\s*\(",
        "A date, time or chance function is not the same on every run or database.", "Compare dates as ISO texts.",
    ),
    _rule(
        r"\bRETURN\b(?:(?!\bWITH\b).)*?\bCASE\b(?:(?!\bEND\b).)*?\bWHEN\b(?:(?!\bEND\b).)*?\bWHEN\b(?:(?!\bEND\b).)*?\$\w",
        "A CASE in RETURN has a parameter after its first WHEN.", "Compute it in a WITH before.",
    ),
    _rule(
        r"\b(?:allS|s)hortestPaths?\s*\(" + SAME_CLAUSE + r"\bWHERE\b",
        "A WHERE steers the search for a shortest path on Neo4j, and filters what it found on the embedded database.",
        "Filter in the next clause: WITH p WHERE ….",
    ),
    _rule(
        r"\bOPTIONAL\s+MATCH\b" + SAME_CLAUSE + r"\bWHERE\b" + SAME_CLAUSE + r"(?:\b(?:EXISTS|COUNT)\s*\{|\)\s*<?-\s*[\[>-])",
        "A pattern is tested in the WHERE of an OPTIONAL MATCH, where the embedded database loses the row.",
        "Collect what the pattern finds before, and test the list: WHERE NOT m.id IN ids.",
    ),
    _rule(r"\bRETURN\s+(?:DISTINCT\s+)?\*", "RETURN * gives columns no one has declared.", "Name each column."),
    _rule(r"^\s*(?:EXPLAIN|PROFILE|CYPHER|USE)\b", "EXPLAIN, PROFILE, CYPHER and USE are no part of a query.", "Remove it."),
    _rule(r";\s*\S", "There is more than one statement.", "Keep one per file."),
)  # fmt: skip


def breaches(cypher: str) -> Iterator[Breach]:
    """Every rule that a statement breaks, with the line, the first break of each rule."""
    code = bare(cypher)
    for rule in RULES:
        if found := rule.pattern.search(code):
            line = code.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
            yield Breach(line, rule.what, rule.cure)
    yield from _token_breaches(tokens(cypher))


def _token_breaches(found: tuple[Token, ...]) -> Iterator[Breach]:
    depth = 0
    for token in found:
        depth += (token.text in OPEN) - (token.text in CLOSE)
        if depth == 0 and token.says("UNION"):
            yield Breach(token.line, "The order of a UNION is free.", "Wrap it: CALL () { … UNION … } RETURN … ORDER BY … .")
            break
    for token in found:
        if token.kind == "string" and "(?i)" in token.text:
            yield Breach(token.line, "(?i) does not fold É on both databases.", "Compare toLower() of both sides.")
            break
