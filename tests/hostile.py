"""A report of an article that attacks whoever shows it."""

from dataclasses import replace

from jaen.model import Finding, MetadataField, Related, Severity, Span
from jaen.pipeline import Pipeline
from jaen.reading import article_of

HOSTILE = (
    '<script>window.pwned = 1</script>\n"onerror="window.pwned=2" <img src=x onerror=window.pwned=3>\n'
    "</style></title></script><svg onload=window.pwned=4>\n{{ 7 * 7 }} {% raw %} {# no #}\n"
    "javascript:window.pwned=5 &lt;b&gt; &amp;\nsafe\u202etxt.exe \x00\x1b[2J \u2066x\u2069\n"
)


def hostile():
    """What the pipeline makes of a hostile article, with hostile facts and findings added."""
    article = replace(article_of(HOSTILE), id='"><script>window.pwned=6</script>', source="</style><script>x</script>")
    report = Pipeline()(article)
    segment = report.segments[0]
    finding = Finding(
        code="x-<b>",
        severity=Severity.ERROR,
        message="<script>window.pwned=7</script>\ud800",
        segment_id=segment.id,
        span=segment.span,
        suggestion='"><img src=x onerror=window.pwned=8>',
        related=(Related(role="<i>", article_id="</p>", segment_id="s", span=Span(0, 1), text="<b>{{ 1 }}</b>"),),
        ignored="{{ reason }}</s>",
    )
    facts = (
        MetadataField(name="url", value="javascript:window.pwned=9", span=None, rule="container"),
        MetadataField(name="<u>", value="https://example.org/?a=1&b=<2>", span=None, rule="container"),
    )
    return replace(report, findings=(finding,), metadata=(*report.metadata, *facts), provenance={"<k>": "{{ v }}"})
