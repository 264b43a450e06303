/* Facts, reference ids, codes, places, findings: what is not in the JSON. */
#include "support.h"

static const char TELEGRAM[] =
    "S E C R E T NORDHAVEN 000123\n\nSIPDIS\nNOFORN\n\nE.O. 12958: DECL: 01/02/2018\nTAGS: PREL, ZZZZ\n"
    "SUBJECT: (C) FISH\n\nREF: A. 07 STATE 4\n\n1. (S) Text.\n\n2. (C) More, see ref A:\n\n-- (U) one\n-- two\n";

static cable_str literal(const char *text) {
    cable_str out = {text, strlen(text)};
    return out;
}
#define TEXT(words) literal(words).data, literal(words).len

static void facts(void) {
    cable_tag_fact tag;
    cable_routing_indicator_fact routing;
    cable_post_fact post;
    cable_caption_fact caption;
    cable_operating_signal_fact signal;
    cable_executive_order_fact order;
    CHECK(cable_fact_tag(TEXT("PREL"), 0, &tag) == CABLE_STATUS_OK);
    CHECK(tag.kind == CABLE_TAG_KIND_SUBJECT && equals(tag.name, "External political relations"));
    CHECK(cable_fact_tag(TEXT("QQQQ"), 0, &tag) == CABLE_STATUS_ABSENT);
    CHECK(cable_fact_tag("\xff", 1, 0, &tag) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_fact_routing_indicator(TEXT("RUEHMO"), &routing) == CABLE_STATUS_OK);
    CHECK(routing.kind == CABLE_ROUTING_KIND_EMBASSY);
    CHECK(cable_fact_post(TEXT("THEHAGUE"), &post) == CABLE_STATUS_OK);
    CHECK(equals(post.name, "Embassy The Hague") && post.kind == CABLE_POST_KIND_EMBASSY);
    CHECK(cable_fact_post(TEXT("Embassy The Hague"), &post) == CABLE_STATUS_OK);
    CHECK(cable_fact_caption(TEXT("SIPDIS"), &caption) == CABLE_STATUS_OK);
    CHECK(caption.caption_class == CABLE_CAPTION_CLASS_DISTRIBUTION);
    CHECK(cable_fact_operating_signal(TEXT("ZNR"), &signal) == CABLE_STATUS_OK);
    CHECK(equals(signal.signal, "ZNR"));
    CHECK(cable_fact_executive_order(12958, &order) == CABLE_STATUS_OK);
    CHECK(order.signed_on.kind == CABLE_TIME_KIND_DAY && order.signed_on.year == 1995);
    CHECK(cable_fact_executive_order(1, &order) == CABLE_STATUS_ABSENT);
}

static void telegrams_written(void) {
    static const char NORMALISED[] = "C O N F I D E N T I A L NORDHAVEN 000142\n\nTAGS: EFIS\n\n1. (C) It falls.\n";
    cable_string written;
    static const char PRINTED[] = "CONFIDENTIAL NORDHAVEN 142\r\nTAGS EFIS\r\n\r\n1. (C)   It\r\nfalls.\r\n";
    cable_document *document = NULL;
    cable_str source;
    CHECK(cable_document_parse(PRINTED, sizeof PRINTED - 1, NULL, &document, NULL) == CABLE_STATUS_OK);
    source = cable_document_source(document);
    CHECK(cable_document_write(document, CABLE_WRITING_VERBATIM, &written) == CABLE_STATUS_OK);
    CHECK(written.len == source.len && memcmp(written.data, source.data, source.len) == 0);
    cable_string_free(&written);
    CHECK(cable_document_write(document, CABLE_WRITING_NORMALISED, &written) == CABLE_STATUS_OK);
    CHECK(strcmp(written.data, NORMALISED) == 0);
    cable_string_free(&written);
    cable_document_free(document);
}

static void sections_joined(void) {
    static const char FIRST[] =
        "UNCLAS SECTION 01 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\nTAGS: EFIS\nSUBJECT: HERRING\n\n1. (U) Catches\nBT\n";
    static const char SECOND[] = "UNCLAS SECTION 02 OF 03 NORDHAVEN 000142\n\nSIPDIS\n\nof herring fell.\n\nPELHAM\nBT\n";
    static const char *const ALL[] = {SECOND, FIRST, SECOND};
    cable_document *parts[3];
    cable_document *joined = NULL;
    cable_paragraph paragraph;
    cable_section_file file;
    cable_source_span place;
    cable_string written;
    cable_str source;
    cable_span span;
    for (size_t i = 0; i < 3; i++) {
        CHECK(cable_document_parse(TEXT(ALL[i]), NULL, &parts[i], NULL) == CABLE_STATUS_OK);
        CHECK(cable_document_source_count(parts[i]) == 1);
        CHECK(cable_document_section_file_count(parts[i], CABLE_SECTION_LIST_JOINED) == 0);
    }
    CHECK(cable_document_join((const cable_document *const *)parts, 3, &joined, NULL) == CABLE_STATUS_OK);
    /* The joined telegram lives on without its parts. */
    for (size_t i = 0; i < 3; i++) {
        cable_document_free(parts[i]);
    }
    CHECK(cable_document_paragraph_at(joined, 0, &paragraph) == CABLE_STATUS_OK);
    CHECK(equals(paragraph.text, "Catches of herring fell."));
    CHECK(cable_document_section_file_count(joined, CABLE_SECTION_LIST_JOINED) == 2);
    CHECK(cable_document_section_file_at(joined, CABLE_SECTION_LIST_JOINED, 0, &file) == CABLE_STATUS_OK);
    CHECK(file.section == 1 && file.part.present && file.part.value == 1);
    CHECK(cable_document_section_file_at(joined, CABLE_SECTION_LIST_REPEATED, 0, &file) == CABLE_STATUS_OK);
    CHECK(file.section == 2 && file.part.present && file.part.value == 2);
    CHECK(cable_document_section_file_at(joined, CABLE_SECTION_LIST_MISSING, 0, &file) == CABLE_STATUS_OK);
    CHECK(file.section == 3 && !file.part.present);
    CHECK(cable_document_section_file_count(joined, CABLE_SECTION_LIST_MISSING) == 1);

    /* Every input is kept, and a value leads to its own. */
    CHECK(cable_document_source_count(joined) == 3);
    for (size_t i = 0; i < 3; i++) {
        CHECK(cable_document_source_at(joined, i, &source) == CABLE_STATUS_OK && equals(source, ALL[i]));
    }
    CHECK(equals(cable_document_source(joined), SECOND));
    CHECK(cable_document_source_span(joined, "/subject/text", 13, &place) == CABLE_STATUS_OK);
    CHECK(place.part == 1 && equals(cable_document_slice_source(joined, place), "HERRING"));
    CHECK(cable_document_span(joined, "/signature/0", 12, &span) == CABLE_STATUS_OK);
    place = cable_document_to_source(joined, span);
    CHECK(place.part == 0 && equals(cable_document_slice_source(joined, place), "PELHAM"));
    CHECK(cable_document_write(joined, CABLE_WRITING_VERBATIM, &written) == CABLE_STATUS_OK);
    CHECK(written.len == strlen(FIRST) + 2 * strlen(SECOND));
    CHECK(strncmp(written.data + strlen(SECOND), FIRST, strlen(FIRST)) == 0);
    cable_string_free(&written);
    cable_document_free(joined);
}

static void writes(const char *id, uint32_t form, const char *expected) {
    cable_string written;
    CHECK(cable_reference_id_write(TEXT(id), form, &written) == CABLE_STATUS_OK);
    /* A NUL follows, so that it prints. */
    CHECK(strcmp(written.data, expected) == 0 && written.len == strlen(expected));
    cable_string_free(&written);
    CHECK(written.data == NULL && written.len == 0);
    cable_string_free(&written);
}

static void reference_ids(void) {
    cable_reference_id id;
    cable_string written;
    int32_t order = 7;
    bool same = false;
    CHECK(cable_reference_id_parse(TEXT("1977 MOSCOW 02124"), &id) == CABLE_STATUS_OK);
    CHECK(id.year == 1977 && id.serial == 2124);
    CHECK(cable_reference_id_parse(TEXT("no id"), &id) == CABLE_STATUS_NOT_A_REFERENCE_ID);
    CHECK(cable_reference_id_parse(NULL, 0, &id) == CABLE_STATUS_NOT_A_REFERENCE_ID);
    CHECK(cable_reference_id_write(TEXT("08MOSCOW820"), 0, &written) == CABLE_STATUS_INVALID_ARGUMENT);
    writes("1977 MOSCOW 02124", CABLE_REFERENCE_ID_FORM_PRINTED, "1977 MOSCOW 02124");
    writes("1977 MOSCOW 02124", CABLE_REFERENCE_ID_FORM_ID, "77MOSCOW2124");
    writes("1977 MOSCOW 02124", CABLE_REFERENCE_ID_FORM_CANONICAL, "77MOSCOW2124");
    writes("77MOSCOW2124", CABLE_REFERENCE_ID_FORM_ARCHIVE, "1977MOSCOW02124");
    writes("08THEHAGUE1234", CABLE_REFERENCE_ID_FORM_IN_TEXT, "08 THE HAGUE 1234");
    writes("08THEHAGUE1234", CABLE_REFERENCE_ID_FORM_POST, "THEHAGUE");
    writes("77MOSCOW2124", CABLE_REFERENCE_ID_FORM_POST6, "MOSCOW");
    CHECK(cable_reference_id_same_as(TEXT("08 MOSCOW 820"), TEXT("2008MOSCOW00820"), &same) ==
          CABLE_STATUS_OK);
    CHECK(same);
    CHECK(cable_reference_id_same_as(TEXT("08MOSCOW820"), TEXT("08MOSCOW821"), &same) == CABLE_STATUS_OK);
    CHECK(!same);
    CHECK(cable_reference_id_compare(TEXT("08MOSCOW820"), TEXT("08MOSCOW821"), &order) == CABLE_STATUS_OK);
    CHECK(order < 0);
    CHECK(cable_reference_id_compare(TEXT("08PARIS1"), TEXT("08MOSCOW821"), &order) == CABLE_STATUS_OK);
    CHECK(order > 0);
    CHECK(cable_reference_id_compare(TEXT("08MOSCOW820"), TEXT("08MOSCOW00820"), &order) == CABLE_STATUS_OK);
    CHECK(order == 0);
    CHECK(cable_reference_id_compare(TEXT("08MOSCOW820"), TEXT("MOSCOW"), &order) ==
          CABLE_STATUS_NOT_A_REFERENCE_ID);
}

static void codes_and_words(void) {
    cable_code code;
    cable_string title;
    uint32_t value = 0;
    size_t count = cable_code_count();
    bool seen = false;
    CHECK(count > 70);
    for (size_t i = 0; i < count; i++) {
        CHECK(cable_code_at(i, &code) == CABLE_STATUS_OK);
        CHECK(code.name.len > 0 && code.sentence.len > 0 && code.doc.len > code.sentence.len && code.severity >= CABLE_SEVERITY_NOTE);
        seen = seen || (code.number == CABLE_CODE_TAG_UNKNOWN && equals(code.name, "tag-unknown"));
    }
    CHECK(seen);
    CHECK(cable_code_at(count, &code) == CABLE_STATUS_ABSENT);
    CHECK(cable_vocabulary_value(CABLE_VOCABULARY_LEVEL, TEXT("top-secret"), &value) == CABLE_STATUS_OK);
    CHECK(value == CABLE_LEVEL_TOP_SECRET);
    CHECK(equals(cable_vocabulary_word(CABLE_VOCABULARY_SEVERITY, CABLE_SEVERITY_ERROR), "error"));
    CHECK(cable_title_case(TEXT("FISH AND SHIPS"), &title) == CABLE_STATUS_OK);
    CHECK(strcmp(title.data, "Fish and Ships") == 0);
    cable_string_free(&title);
    CHECK(cable_title_case(NULL, 0, &title) == CABLE_STATUS_OK);
    CHECK(title.data != NULL && title.len == 0);
    cable_string_free(&title);
}

static void places(void) {
    cable_document *document = NULL;
    cable_span span;
    cable_source_span source;
    cable_marking_in_force marking;
    cable_zone zone;
    cable_region region;
    cable_diagnostic diagnostic;
    cable_string rendered;
    cable_position position;
    uint32_t at = 0;
    bool unknown_tag = false;
    CHECK(cable_document_parse(TEXT(TELEGRAM), NULL, &document, NULL) == CABLE_STATUS_OK);
    CHECK(cable_document_span(document, TEXT("/subject/text"), &span) == CABLE_STATUS_OK);
    CHECK(equals(cable_document_slice(document, span), "FISH"));
    source = cable_document_to_source(document, span);
    CHECK(source.start == span.start && source.end == span.end);
    position = cable_document_position(document, span.start);
    CHECK(position.line == 8 && position.column == 14);
    position = cable_document_position(document, UINT32_MAX);
    CHECK(position.line > 15);
    CHECK(cable_document_span(document, TEXT("/subject/nothing"), &span) == CABLE_STATUS_ABSENT);
    CHECK(cable_document_span(document, "\xff", 1, &span) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_document_source_span(document, TEXT("/tags/0"), &source) == CABLE_STATUS_OK);
    CHECK(source.end - source.start == 4);
    CHECK(cable_document_source_span(document, TEXT("/envelope/origin"), &source) == CABLE_STATUS_ABSENT);

    CHECK(cable_document_marking_in_force(document, &marking) == CABLE_STATUS_OK);
    CHECK(marking.level == CABLE_LEVEL_SECRET);
    CHECK(marking.controls.len == 1 && equals(marking.controls.items[0], "NOFORN"));
    CHECK(marking.sources == (CABLE_MARKING_SOURCE_BANNER | CABLE_MARKING_SOURCE_CAPTION));

    /* Both tilings are complete. */
    for (size_t i = 0; cable_document_zone_at(document, i, &zone) == CABLE_STATUS_OK; i++) {
        CHECK(zone.span.start == at && zone.span.end > at);
        CHECK(cable_vocabulary_word(CABLE_VOCABULARY_ZONE_KIND, zone.kind).data != NULL);
        at = zone.span.end;
    }
    CHECK(at == cable_document_text(document).len);
    at = 0;
    for (size_t i = 0; cable_document_region_at(document, i, &region) == CABLE_STATUS_OK; i++) {
        CHECK(region.source.start == at && region.kind != CABLE_REGION_KIND_OTHER);
        at = region.source.end;
    }
    CHECK(at == cable_document_source(document).len);

    for (size_t i = 0; i < cable_document_diagnostic_count(document); i++) {
        CHECK(cable_document_diagnostic_at(document, i, &diagnostic) == CABLE_STATUS_OK);
        CHECK(cable_document_diagnostic_render(document, i, &rendered) == CABLE_STATUS_OK);
        CHECK(strstr(rendered.data, diagnostic.name.len > 0 ? ":" : "") != NULL);
        if (diagnostic.code == CABLE_CODE_TAG_UNKNOWN) {
            unknown_tag = true;
            CHECK(equals(cable_document_slice(document, diagnostic.span.span), "ZZZZ"));
            CHECK(strstr(rendered.data, "^^^^") != NULL);
        }
        cable_string_free(&rendered);
    }
    CHECK(unknown_tag);
    cable_document_free(document);
}

int main(void) {
    facts();
    telegrams_written();
    sections_joined();
    reference_ids();
    codes_and_words();
    places();
    return 0;
}
