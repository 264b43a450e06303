/* Builds the JSON of telegrams from accessors alone and compares it with that of the library. */
#include "support.h"

static buffer out;
/* Whether the next member or element is the first of its object or list. */
static bool first;

static void number(uint64_t value) {
    char digits[24];
    snprintf(digits, sizeof digits, "%llu", (unsigned long long)value);
    put(&out, digits);
}

static void text(cable_str string) {
    if (string.data == NULL) {
        put(&out, "null");
        return;
    }
    put(&out, "\"");
    for (size_t i = 0; i < string.len; i++) {
        unsigned char c = (unsigned char)string.data[i];
        char escape[8];
        switch (c) {
        case '"': put(&out, "\\\""); break;
        case '\\': put(&out, "\\\\"); break;
        case '\b': put(&out, "\\b"); break;
        case '\f': put(&out, "\\f"); break;
        case '\n': put(&out, "\\n"); break;
        case '\r': put(&out, "\\r"); break;
        case '\t': put(&out, "\\t"); break;
        default:
            if (c < 0x20) {
                snprintf(escape, sizeof escape, "\\u%04x", c);
                put(&out, escape);
            } else {
                put_bytes(&out, string.data + i, 1);
            }
        }
    }
    put(&out, "\"");
}

static void next(void) {
    if (!first) {
        put(&out, ",");
    }
    first = false;
}

static void open_with(const char *sign) {
    put(&out, sign);
    first = true;
}

static void close_with(const char *sign) {
    put(&out, sign);
    first = false;
}

static void key(const char *name) {
    next();
    put(&out, "\"");
    put(&out, name);
    put(&out, "\":");
}

static void null(const char *name) {
    key(name);
    put(&out, "null");
}

static void text_of(const char *name, cable_str string) {
    key(name);
    text(string);
}

static void flag(const char *name, bool value) {
    key(name);
    put(&out, value ? "true" : "false");
}

static void optional(const char *name, cable_optional_u32 value) {
    key(name);
    if (value.present) {
        number(value.value);
    } else {
        put(&out, "null");
    }
}

static void list(const char *name, cable_str_list strings) {
    key(name);
    open_with("[");
    for (size_t i = 0; i < strings.len; i++) {
        next();
        text(strings.items[i]);
    }
    close_with("]");
}

static void word(const char *name, uint32_t vocabulary, uint32_t value) {
    key(name);
    text(cable_vocabulary_word(vocabulary, value));
}

static void time_of(const char *name, cable_time time) {
    char digits[64];
    key(name);
    switch (time.kind) {
    case CABLE_TIME_KIND_DAY:
        snprintf(digits, sizeof digits, "\"%04u-%02u-%02u\"", time.year, time.month, time.day);
        break;
    case CABLE_TIME_KIND_INSTANT:
        snprintf(digits, sizeof digits, "\"%04u-%02u-%02uT%02u:%02u:%02uZ\"", time.year, time.month,
                 time.day, time.hour, time.minute, time.second);
        break;
    default: snprintf(digits, sizeof digits, "null");
    }
    put(&out, digits);
}

static void marking(const char *name, cable_marking mark) {
    if (mark.level == 0) {
        null(name);
        return;
    }
    key(name);
    open_with("{");
    word("level", CABLE_VOCABULARY_LEVEL, mark.level);
    list("controls", mark.controls);
    text_of("display", mark.display);
    text_of("printed", mark.printed);
    close_with("}");
}

static void section(const char *name, cable_section section) {
    if (!section.present) {
        null(name);
        return;
    }
    key(name);
    open_with("{");
    key("number");
    number(section.number);
    optional("total", section.total);
    close_with("}");
}

static void envelope(const cable_document *document) {
    cable_envelope envelope;
    cable_attribute attribute;
    if (cable_document_envelope(document, &envelope) != CABLE_STATUS_OK) {
        null("envelope");
        return;
    }
    key("envelope");
    open_with("{");
    text_of("reference_id", envelope.reference_id);
    time_of("created", envelope.created);
    time_of("released", envelope.released);
    marking("classification", envelope.classification);
    text_of("origin", envelope.origin);
    text_of("subject", envelope.subject);
    list("tags", envelope.tags);
    list("references", envelope.references);
    list("media", envelope.media);
    key("attributes");
    open_with("{");
    for (size_t i = 0; cable_document_attribute_at(document, i, &attribute) == CABLE_STATUS_OK; i++) {
        next();
        text(attribute.label);
        put(&out, ":");
        if (attribute.is_list) {
            open_with("[");
            for (size_t j = 0; j < attribute.values.len; j++) {
                next();
                text(attribute.values.items[j]);
            }
            close_with("]");
        } else if (attribute.values.len > 0) {
            text(attribute.values.items[0]);
        } else {
            put(&out, "null");
        }
    }
    close_with("}");
    close_with("}");
}

static void addressee(cable_addressee addressee) {
    open_with("{");
    text_of("routing_indicator", addressee.routing_indicator);
    text_of("name", addressee.name);
    word("precedence", CABLE_VOCABULARY_PRECEDENCE, addressee.precedence);
    text_of("message_number", addressee.message_number);
    text_of("passing", addressee.passing);
    flag("collective", addressee.collective);
    list("excluded", addressee.excluded);
    close_with("}");
}

static void addressees(const cable_document *document, const char *name, uint32_t block) {
    cable_addressee found;
    size_t count = cable_document_addressee_count(document, block);
    key(name);
    open_with("[");
    for (size_t i = 0; i < count; i++) {
        CHECK(cable_document_addressee_at(document, block, i, &found) == CABLE_STATUS_OK);
        next();
        addressee(found);
    }
    close_with("]");
}

static void signals(const cable_document *document, const char *name, uint32_t where) {
    cable_signal signal;
    size_t count = cable_document_signal_count(document, where);
    key(name);
    open_with("[");
    for (size_t i = 0; i < count; i++) {
        CHECK(cable_document_signal_at(document, where, i, &signal) == CABLE_STATUS_OK);
        next();
        open_with("{");
        text_of("signal", signal.signal);
        text_of("suffix", signal.suffix);
        text_of("argument", signal.argument);
        close_with("}");
    }
    close_with("]");
}

static void header(const cable_document *document) {
    cable_header header;
    cable_routing routing;
    cable_addressee originator;
    if (cable_document_header(document, &header) != CABLE_STATUS_OK) {
        null("header");
        return;
    }
    key("header");
    open_with("{");
    word("form", CABLE_VOCABULARY_HEADER_FORM, header.form);
    text_of("transmission_id", header.transmission_id);
    key("routing");
    open_with("[");
    for (size_t i = 0; cable_document_routing_at(document, i, &routing) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        word("precedence", CABLE_VOCABULARY_PRECEDENCE, routing.precedence);
        list("routing_indicators", routing.routing_indicators);
        close_with("}");
    }
    close_with("]");
    text_of("originating_station", header.originating_station);
    optional("station_serial_number", header.station_serial_number);
    optional("section", header.section);
    if (header.filing_time.present) {
        key("filing_time");
        open_with("{");
        key("day_of_year");
        number(header.filing_time.day_of_year);
        key("hour");
        number(header.filing_time.hour);
        key("minute");
        number(header.filing_time.minute);
        close_with("}");
    } else {
        null("filing_time");
    }
    if (header.security_warning.signal.data != NULL) {
        key("security_warning");
        open_with("{");
        text_of("signal", header.security_warning.signal);
        text_of("letters", header.security_warning.letters);
        word("level", CABLE_VOCABULARY_LEVEL, header.security_warning.level);
        close_with("}");
    } else {
        null("security_warning");
    }
    signals(document, "operating_signals", CABLE_SIGNAL_LIST_FORMAT_LINE4);
    if (header.precedence.action != 0) {
        key("precedence");
        open_with("{");
        word("action", CABLE_VOCABULARY_PRECEDENCE, header.precedence.action);
        word("info", CABLE_VOCABULARY_PRECEDENCE, header.precedence.info);
        close_with("}");
    } else {
        null("precedence");
    }
    time_of("date_time_group", header.date_time_group);
    signals(document, "date_time_group_signals", CABLE_SIGNAL_LIST_DATE_TIME_GROUP);
    if (cable_document_addressee_at(document, CABLE_ADDRESSEE_BLOCK_ORIGINATOR, 0, &originator) ==
        CABLE_STATUS_OK) {
        key("originator");
        addressee(originator);
    } else {
        null("originator");
    }
    addressees(document, "action", CABLE_ADDRESSEE_BLOCK_ACTION);
    addressees(document, "info", CABLE_ADDRESSEE_BLOCK_INFO);
    list("excluded", header.excluded);
    list("corrections", header.corrections);
    list("notes", header.notes);
    close_with("}");
}

static void offices(const cable_document *document, const char *name, uint32_t where) {
    cable_office office;
    size_t count = cable_document_office_count(document, where);
    key(name);
    open_with("[");
    for (size_t i = 0; i < count; i++) {
        CHECK(cable_document_office_at(document, where, i, &office) == CABLE_STATUS_OK);
        next();
        open_with("{");
        text_of("office", office.office);
        optional("copies", office.copies);
        close_with("}");
    }
    close_with("]");
}

static void distribution(const cable_document *document) {
    cable_distribution block;
    cable_page_line page;
    if (cable_document_distribution(document, &block) != CABLE_STATUS_OK) {
        null("distribution");
        return;
    }
    key("distribution");
    open_with("{");
    key("pages");
    open_with("[");
    for (size_t i = 0; cable_document_page_at(document, i, &page) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        key("page");
        number(page.page);
        text_of("post", page.post);
        optional("serial", page.serial);
        section("section", page.section);
        text_of("time", page.time);
        close_with("}");
    }
    close_with("]");
    offices(document, "action", CABLE_OFFICE_LIST_ACTION);
    offices(document, "origin", CABLE_OFFICE_LIST_ORIGIN);
    offices(document, "info", CABLE_OFFICE_LIST_INFO);
    optional("total", block.total);
    if (block.dash.present) {
        key("dash");
        open_with("{");
        text_of("number", block.dash.number);
        text_of("time", block.dash.time);
        optional("counter", block.dash.counter);
        close_with("}");
    } else {
        null("dash");
    }
    text_of("drafted_by", block.drafted_by);
    text_of("approved_by", block.approved_by);
    list("cleared_by", block.cleared_by);
    text_of("released_by", block.released_by);
    close_with("}");
}

static void banner(const cable_document *document) {
    cable_banner banner;
    cable_marking classification;
    if (cable_document_banner(document, &banner) == CABLE_STATUS_OK) {
        key("banner");
        open_with("{");
        word("level", CABLE_VOCABULARY_LEVEL, banner.level);
        list("controls", banner.controls);
        flag("efto", banner.efto);
        section("section", banner.section);
        text_of("post", banner.post);
        optional("serial", banner.serial);
        text_of("printed", banner.printed);
        close_with("}");
    } else {
        null("banner");
    }
    if (cable_document_classification(document, &classification) == CABLE_STATUS_OK) {
        marking("classification", classification);
    } else {
        null("classification");
    }
}

static void pass_lines(const cable_document *document) {
    cable_pass_line line;
    key("pass_lines");
    open_with("[");
    for (size_t i = 0; cable_document_pass_line_at(document, i, &line) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("text", line.text);
        text_of("agency", line.agency);
        text_of("verb", line.verb);
        list("targets", line.targets);
        close_with("}");
    }
    close_with("]");
}

static void executive_order(const cable_document *document) {
    cable_executive_order order;
    if (cable_document_executive_order(document, &order) != CABLE_STATUS_OK) {
        null("executive_order");
        return;
    }
    key("executive_order");
    open_with("{");
    text_of("order", order.order);
    text_of("order_corrected", order.order_corrected);
    if (order.declassification.kind != 0) {
        cable_declassification found = order.declassification;
        key("declassification");
        open_with("{");
        word("kind", CABLE_VOCABULARY_DECLASSIFICATION_KIND, found.kind);
        time_of("date", found.date);
        text_of("event", found.event);
        list("codes", found.codes);
        time_of("derived_date", found.derived_date);
        text_of("authority", found.authority);
        if (found.downgrade.level != 0) {
            key("downgrade");
            open_with("{");
            word("level", CABLE_VOCABULARY_LEVEL, found.downgrade.level);
            time_of("date", found.downgrade.date);
            close_with("}");
        } else {
            null("downgrade");
        }
        close_with("}");
    } else {
        null("declassification");
    }
    close_with("}");
}

static void tags(const cable_document *document) {
    cable_tag tag;
    key("tags");
    open_with("[");
    for (size_t i = 0; cable_document_tag_at(document, i, &tag) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("code", tag.code);
        text_of("corrected", tag.corrected);
        word("kind", CABLE_VOCABULARY_TAG_KIND, tag.kind);
        text_of("name", tag.name);
        close_with("}");
    }
    close_with("]");
}

static void marked_text(cable_marked_text marked) {
    open_with("{");
    text_of("text", marked.text);
    marking("mark", marked.mark);
    close_with("}");
}

static void references(const cable_document *document) {
    cable_reference reference;
    key("references");
    open_with("[");
    for (size_t i = 0; cable_document_reference_at(document, i, &reference) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("label", reference.label);
        word("kind", CABLE_VOCABULARY_REFERENCE_KIND, reference.kind);
        text_of("target", reference.target);
        word("year_source", CABLE_VOCABULARY_YEAR_SOURCE, reference.year_source);
        text_of("text", reference.text);
        flag("notal", reference.notal);
        flag("and_previous", reference.and_previous);
        list("suffixes", reference.suffixes);
        close_with("}");
    }
    close_with("]");
}

static void classified_by(const cable_document *document) {
    cable_classified_by block;
    cable_classifier person;
    if (cable_document_classified_by(document, &block) != CABLE_STATUS_OK) {
        null("classified_by");
        return;
    }
    key("classified_by");
    open_with("{");
    key("classifiers");
    open_with("[");
    for (size_t i = 0; cable_document_classifier_at(document, i, &person) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("name", person.name);
        text_of("title", person.title);
        text_of("office", person.office);
        close_with("}");
    }
    close_with("]");
    list("reasons", block.reasons);
    text_of("derived_from", block.derived_from);
    close_with("}");
}

/* The items from `*at` on that are at least as deep as `depth`. */
static void items(const cable_document *document, size_t paragraph, size_t *at, uint32_t depth) {
    cable_item item;
    open_with("[");
    while (cable_document_item_at(document, paragraph, *at, &item) == CABLE_STATUS_OK &&
           item.depth == depth) {
        ++*at;
        next();
        open_with("{");
        text_of("label", item.label);
        marking("mark", item.mark);
        text_of("text", item.text);
        key("items");
        items(document, paragraph, at, depth + 1);
        close_with("}");
    }
    close_with("]");
}

static void paragraphs(const cable_document *document) {
    cable_paragraph paragraph;
    size_t count = cable_document_paragraph_count(document);
    key("paragraphs");
    open_with("[");
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        CHECK(cable_document_paragraph_at(document, i, &paragraph) == CABLE_STATUS_OK);
        next();
        open_with("{");
        optional("number", paragraph.number);
        text_of("suffix", paragraph.suffix);
        marking("mark", paragraph.mark);
        word("role", CABLE_VOCABULARY_ROLE, paragraph.role);
        text_of("heading", paragraph.heading);
        text_of("text", paragraph.text);
        key("items");
        items(document, i, &at, 0);
        CHECK(at == paragraph.item_count && at == cable_document_item_count(document, i));
        optional("transmission_section", paragraph.transmission_section);
        close_with("}");
    }
    close_with("]");
    text_of("summary", cable_document_summary(document));
    text_of("comment", cable_document_comment(document));
    key("headings");
    open_with("[");
    count = cable_document_heading_count(document);
    for (size_t i = 0; i < count; i++) {
        cable_marked_text heading;
        CHECK(cable_document_heading_at(document, i, &heading) == CABLE_STATUS_OK);
        next();
        marked_text(heading);
    }
    close_with("]");
}

static void found_in_text(const cable_document *document) {
    cable_break found;
    cable_citation citation;
    cable_attachment attachment;
    cable_redaction redaction;
    key("breaks");
    open_with("[");
    for (size_t i = 0; cable_document_break_at(document, i, &found) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        word("kind", CABLE_VOCABULARY_BREAK_KIND, found.kind);
        optional("section", found.section);
        optional("part", found.part);
        optional("total", found.total);
        optional("page", found.page);
        close_with("}");
    }
    close_with("]");
    key("citations");
    open_with("[");
    for (size_t i = 0; cable_document_citation_at(document, i, &citation) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("label", citation.label);
        optional("reference", citation.reference);
        optional("paragraph", citation.paragraph);
        close_with("}");
    }
    close_with("]");
    key("attachments");
    open_with("[");
    for (size_t i = 0; cable_document_attachment_at(document, i, &attachment) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("title", attachment.title);
        optional("first_paragraph", attachment.first_paragraph);
        optional("last_paragraph", attachment.last_paragraph);
        close_with("}");
    }
    close_with("]");
    key("redactions");
    open_with("[");
    for (size_t i = 0; cable_document_redaction_at(document, i, &redaction) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        word("kind", CABLE_VOCABULARY_REDACTION_KIND, redaction.kind);
        text_of("text", redaction.text);
        close_with("}");
    }
    close_with("]");
}

static void span(cable_span span) {
    put(&out, "[");
    number(span.start);
    put(&out, ",");
    number(span.end);
    put(&out, "]");
}

static void optional_span(const char *name, cable_optional_span place) {
    key(name);
    if (place.present) {
        span(place.span);
    } else {
        put(&out, "null");
    }
}

static void diagnostics(const cable_document *document) {
    cable_diagnostic diagnostic;
    key("diagnostics");
    open_with("[");
    for (size_t i = 0; cable_document_diagnostic_at(document, i, &diagnostic) == CABLE_STATUS_OK; i++) {
        next();
        open_with("{");
        text_of("code", diagnostic.name);
        word("severity", CABLE_VOCABULARY_SEVERITY, diagnostic.severity);
        optional_span("span", diagnostic.span);
        if (diagnostic.source.present) {
            key("source");
            put(&out, "[");
            number(diagnostic.source.span.start);
            put(&out, ",");
            number(diagnostic.source.span.end);
            if (diagnostic.source.span.part > 0) {
                put(&out, ",");
                number(diagnostic.source.span.part);
            }
            put(&out, "]");
        } else {
            null("source");
        }
        optional_span("related", diagnostic.related);
        close_with("}");
    }
    close_with("]");
}

static void build(const cable_document *document, bool with_spans) {
    cable_marked_text subject;
    cable_field_state state;
    out.len = 0;
    open_with("{");
    key("schema_version");
    put(&out, "1");
    word("format", CABLE_VOCABULARY_FORMAT, cable_document_format(document));
    text_of("reference_id", cable_document_reference_id(document));
    envelope(document);
    header(document);
    distribution(document);
    banner(document);
    list("captions", cable_document_list(document, CABLE_LIST_CAPTIONS));
    pass_lines(document);
    list("notes", cable_document_list(document, CABLE_LIST_NOTES));
    text_of("corrected_copy", cable_document_corrected_copy(document));
    executive_order(document);
    tags(document);
    if (cable_document_subject(document, &subject) == CABLE_STATUS_OK) {
        key("subject");
        marked_text(subject);
    } else {
        null("subject");
    }
    references(document);
    classified_by(document);
    paragraphs(document);
    found_in_text(document);
    list("signature", cable_document_list(document, CABLE_LIST_SIGNATURE));
    list("end_markers", cable_document_list(document, CABLE_LIST_END_MARKERS));
    list("release_stamps", cable_document_list(document, CABLE_LIST_RELEASE_STAMPS));
    key("states");
    open_with("{");
    for (size_t i = 0; cable_document_state_at(document, i, &state) == CABLE_STATUS_OK; i++) {
        next();
        text(state.path);
        put(&out, ":");
        text(cable_vocabulary_word(CABLE_VOCABULARY_STATE, state.state));
    }
    close_with("}");
    diagnostics(document);
    if (with_spans) {
        size_t count = cable_document_span_count(document);
        key("spans");
        open_with("{");
        for (size_t i = 0; i < count; i++) {
            cable_pointer_span entry;
            CHECK(cable_document_span_at(document, i, &entry) == CABLE_STATUS_OK);
            next();
            text(entry.pointer);
            put(&out, ":");
            span(entry.span);
        }
        close_with("}");
    }
    close_with("}");
}

/* Whether both are the same; else tells where they part. */
static bool same(const char *path, const cable_document *document, uint32_t form) {
    cable_string json;
    size_t at = 0;
    bool equal;
    build(document, form == CABLE_JSON_WITH_SPANS);
    CHECK(cable_document_to_json(document, form, &json) == CABLE_STATUS_OK);
    while (at < out.len && at < json.len && out.data[at] == json.data[at]) {
        at++;
    }
    equal = at == out.len && at == json.len;
    if (!equal) {
        size_t from = at > 40 ? at - 40 : 0;
        fprintf(stderr, "%s: byte %zu\nlibrary:   %.120s\naccessors: %.*s\n", path, at, json.data + from,
                (int)(out.len - from > 120 ? 120 : out.len - from), out.data + from);
    }
    cable_string_free(&json);
    return equal;
}

/* Both forms of the JSON. */
static bool both_same(const char *name, const cable_document *document) {
    bool equal = same(name, document, CABLE_JSON_PLAIN);
    equal = same(name, document, CABLE_JSON_WITH_SPANS) && equal;
    printf("%s: %s\n", name, equal ? "equal" : "differs");
    return equal;
}

/* Joins the telegrams of the files. */
static int joined(char **paths, size_t count) {
    enum { MOST = 16 };
    cable_document *parts[MOST];
    cable_document *document = NULL;
    cable_string json;
    bool equal;
    CHECK(count <= MOST);
    for (size_t i = 0; i < count; i++) {
        buffer input = read_file(paths[i]);
        CHECK(cable_document_parse(input.data, input.len, NULL, &parts[i], NULL) == CABLE_STATUS_OK);
        free(input.data);
    }
    CHECK(cable_document_join((const cable_document *const *)parts, count, &document, NULL) == CABLE_STATUS_OK);
    equal = both_same("joined", document);
    CHECK(cable_document_to_json(document, CABLE_JSON_WITH_SPANS, &json) == CABLE_STATUS_OK);
    puts(json.data);
    cable_string_free(&json);
    cable_document_free(document);
    for (size_t i = 0; i < count; i++) {
        cable_document_free(parts[i]);
    }
    return !equal;
}

/* json FILE…, or json --join FILE…, which joins them and prints the JSON, too. */
int main(int argc, char **argv) {
    int failed = 0;
    if (argc > 1 && strcmp(argv[1], "--join") == 0) {
        failed = joined(argv + 2, (size_t)argc - 2);
        free(out.data);
        return failed;
    }
    for (int i = 1; i < argc; i++) {
        buffer input = read_file(argv[i]);
        cable_document *document = NULL;
        cable_error *error = NULL;
        if (cable_document_parse(input.data, input.len, NULL, &document, &error) == CABLE_STATUS_OK) {
            failed += !both_same(argv[i], document);
        } else {
            cable_str code = cable_error_code(error);
            printf("%s: %.*s\n", argv[i], (int)code.len, code.data);
        }
        cable_document_free(document);
        cable_error_free(error);
        free(input.data);
    }
    free(out.data);
    return failed != 0;
}
