"""Reports and sources as they may leave: where a page stands and the hash of its bytes, never its text."""

from collections.abc import Iterator

import msgspec

from untold.releases.published import PublishedReport, PublishedSource
from untold.releases.redaction.addresses import published_address
from untold.releases.redaction.edge import PROTECTED, Edge
from untold.releases.redaction.plain_values import day, day_of_moment, language, licence, media_type, sha256_of
from untold.reports.report import Source


class ReportFacts(msgspec.Struct):
    """What a release needs of a report: neither its title nor its text, nor under which name somebody kept it."""

    id: str
    capture: str
    media_type: str
    source: Source | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    captured_at: str | None = None
    licence: str | None = None


def published_report(report: ReportFacts, edge: Edge) -> PublishedReport:
    """Return a report that other records name, as it may leave."""
    url = published_address(report.url, edge.masker, edge.policy.account_hosts, edge.policy.kept_parameters)
    source = edge.source_of_report(report.source, report.id)
    edge.reports_of[source] += 1
    return PublishedReport(
        id=report.id,
        source=source,
        url=url,
        language=language(report.language),
        published=day(report.published),
        captured=day_of_moment(report.captured_at),
        capture=sha256_of(report.capture),
        media_type=media_type(report.media_type),
        licence=licence(report.licence),
        is_redacted=url != report.url,
    )


def made_up_reports(edge: Edge) -> Iterator[PublishedReport]:
    """Yield a row for each protected report that other records name by a made-up id; there is nothing in it."""
    for each in edge.made_up:
        edge.sources.setdefault(PROTECTED, edge.policy.protected_label)
        edge.reports_of[PROTECTED] += 1
        yield PublishedReport(
            id=each,
            source=PROTECTED,
            url=None,
            language=None,
            published=None,
            captured=None,
            capture=None,
            media_type=None,
            licence=None,
            is_redacted=True,
        )


def published_sources(edge: Edge) -> Iterator[PublishedSource]:
    """Yield every source that a published report or account names."""
    for source, name in edge.sources.items():
        yield PublishedSource(id=source, name=name, is_protected=source == PROTECTED, reports=edge.reports_of[source])
