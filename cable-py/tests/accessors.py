"""The JSON of a telegram, built of its accessors alone: keys of the contract, in its order."""

from __future__ import annotations

import json
from datetime import date, datetime

import cable

FIELDS: dict[type, str] = {
    cable.Cable: "format reference_id envelope header distribution banner classification captions pass_lines notes "
    "corrected_copy executive_order tags subject references classified_by paragraphs summary comment headings breaks "
    "citations attachments redactions signature end_markers release_stamps states diagnostics",
    cable.Envelope: "reference_id created released classification origin subject tags references media attributes",
    cable.Header: "form transmission_id routing originating_station station_serial_number section filing_time "
    "security_warning operating_signals precedence date_time_group date_time_group_signals originator action info "
    "excluded corrections notes",
    cable.Routing: "precedence routing_indicators",
    cable.FilingTime: "day_of_year hour minute",
    cable.SecurityWarning: "signal letters level",
    cable.OperatingSignal: "signal suffix argument",
    cable.Precedences: "action info",
    cable.Addressee: "routing_indicator name precedence message_number passing collective excluded",
    cable.Distribution: "pages action origin info total dash drafted_by approved_by cleared_by released_by",
    cable.PageLine: "page post serial section time",
    cable.Office: "office copies",
    cable.DashLine: "number time counter",
    cable.Banner: "level controls efto section post serial printed",
    cable.Section: "number total",
    cable.Marking: "level controls display printed",
    cable.PassLine: "text agency verb targets",
    cable.ExecutiveOrder: "order order_corrected declassification",
    cable.Declassification: "kind date event codes derived_date authority downgrade",
    cable.Downgrade: "level date",
    cable.Tag: "code corrected kind name",
    cable.Subject: "text mark",
    cable.Reference: "label kind target year_source text notal and_previous suffixes",
    cable.ClassifiedBy: "classifiers reasons derived_from",
    cable.Classifier: "name title office",
    cable.Paragraph: "number suffix mark role heading text items transmission_section",
    cable.Item: "label mark text items",
    cable.Heading: "text mark",
    cable.Break: "kind section part total page",
    cable.Citation: "label reference paragraph",
    cable.Attachment: "title first_paragraph last_paragraph",
    cable.Redaction: "kind text",
    cable.Diagnostic: "code severity span source related",
}


def plain(value: object) -> object:
    """A value as JSON has it."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(member) for member in value]
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, cable.Span):
        return [value.start, value.end]
    if isinstance(value, cable.SourceSpan):
        return [value.start, value.end] + ([value.part] if value.part else [])
    return {name: plain(getattr(value, name)) for name in FIELDS[type(value)].split()}


def to_json(telegram: cable.Cable) -> str:
    """What ``Cable.to_json`` is to write."""
    record = plain(telegram)
    assert isinstance(record, dict)
    return json.dumps({"schema_version": 1, **record}, ensure_ascii=False, separators=(",", ":"))
