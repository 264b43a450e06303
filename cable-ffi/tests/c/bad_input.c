/* What callers do wrong, and hostile input: nothing crashes, outputs stay as they were. */
#include "support.h"

static const char TELEGRAM[] = "UNCLAS NORDHAVEN 000123\nSIPDIS\nTAGS: PREL\nSUBJECT: FISH\n1. (U) Text.\n";

static cable_document *parse(const void *data, size_t len) {
    cable_document *document = NULL;
    CHECK(cable_document_parse(data, len, NULL, &document, NULL) == CABLE_STATUS_OK);
    CHECK(document != NULL);
    return document;
}

static void fails(const void *data, size_t len, cable_status expected, const char *code) {
    cable_document *document = (cable_document *)&document;
    cable_error *error = NULL;
    CHECK(cable_document_parse(data, len, NULL, &document, &error) == expected);
    CHECK(document == (cable_document *)&document);
    CHECK(error != NULL);
    CHECK(cable_error_status(error) == expected);
    CHECK(equals(cable_error_code(error), code));
    CHECK(strcmp(cable_status_name(expected), code) == 0);
    CHECK(cable_error_message(error).len > 0);
    CHECK(cable_error_diagnostic(error) == 0);
    cable_error_free(error);
    CHECK(cable_document_parse(data, len, NULL, &document, NULL) == expected);
}

static void parses_badly(void) {
    cable_error *error = NULL;
    fails(NULL, 0, CABLE_STATUS_NOT_A_TELEGRAM, "not-a-telegram");
    fails("", 0, CABLE_STATUS_NOT_A_TELEGRAM, "not-a-telegram");
    fails(" \n", 2, CABLE_STATUS_NOT_A_TELEGRAM, "not-a-telegram");
    fails("\0\0\0", 3, CABLE_STATUS_NOT_A_TELEGRAM, "not-a-telegram");
    fails("\xff\xfe\xfd", 3, CABLE_STATUS_NOT_A_TELEGRAM, "not-a-telegram");
    fails(NULL, 1, CABLE_STATUS_NULL_ARGUMENT, "null-argument");
    fails(TELEGRAM, SIZE_MAX, CABLE_STATUS_INVALID_ARGUMENT, "invalid-argument");
    fails(TELEGRAM, SIZE_MAX / 2 + 1, CABLE_STATUS_INVALID_ARGUMENT, "invalid-argument");
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, NULL, NULL, &error) ==
          CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_error_status(error) == CABLE_STATUS_NULL_ARGUMENT);
    cable_error_free(error);
    CHECK(cable_document_parse(NULL, 5, NULL, NULL, NULL) == CABLE_STATUS_NULL_ARGUMENT);
}

static void join_fails(const cable_document *const *documents, size_t count, cable_status expected, const char *code) {
    cable_document *document = (cable_document *)&document;
    cable_error *error = NULL;
    CHECK(cable_document_join(documents, count, &document, &error) == expected);
    CHECK(document == (cable_document *)&document);
    CHECK(cable_error_status(error) == expected && equals(cable_error_code(error), code));
    CHECK(strcmp(cable_status_name(expected), code) == 0 && cable_error_message(error).len > 0);
    cable_error_free(error);
    CHECK(cable_document_join(documents, count, &document, NULL) == expected);
}

static void joins_badly(void) {
    static const char one[] = "UNCLAS SECTION 01 OF 02 NORDHAVEN 000142\nSUBJECT: FISH\n1. (U) Text.\n";
    static const char other[] = "UNCLAS SECTION 02 OF 02 NORDHAVEN 000143\n2. (U) Text.\n";
    const cable_document *parts[3] = {NULL, NULL, NULL};
    cable_document *first = parse(one, sizeof one - 1);
    cable_document *second = parse(other, sizeof other - 1);
    cable_document *whole = parse(TELEGRAM, sizeof TELEGRAM - 1);
    cable_document *failed = NULL;
    cable_document *joined = NULL;
    cable_error *error = NULL;

    join_fails(NULL, 0, CABLE_STATUS_NO_PARTS, "no-parts");
    join_fails(parts, 0, CABLE_STATUS_NO_PARTS, "no-parts");
    join_fails(NULL, 1, CABLE_STATUS_NULL_ARGUMENT, "null-argument");
    join_fails(parts, SIZE_MAX, CABLE_STATUS_INVALID_ARGUMENT, "invalid-argument");
    join_fails(parts, SIZE_MAX / sizeof parts[0] + 1, CABLE_STATUS_INVALID_ARGUMENT, "invalid-argument");
    /* A parse that failed left its document as it was. */
    CHECK(cable_document_parse("x", 1, NULL, &failed, NULL) == CABLE_STATUS_NOT_A_TELEGRAM);
    parts[0] = first;
    parts[1] = failed;
    join_fails(parts, 2, CABLE_STATUS_NULL_ARGUMENT, "null-argument");
    parts[1] = whole;
    join_fails(parts, 2, CABLE_STATUS_NO_SECTION, "no-section");
    parts[1] = second;
    join_fails(parts, 2, CABLE_STATUS_OTHER_TELEGRAM, "other-telegram");
    CHECK(cable_document_join(parts, 1, NULL, &error) == CABLE_STATUS_NULL_ARGUMENT);
    cable_error_free(error);

    /* One document twice, and of its join no other is made. */
    parts[1] = first;
    CHECK(cable_document_join(parts, 2, &joined, NULL) == CABLE_STATUS_OK);
    CHECK(cable_document_section_file_count(joined, CABLE_SECTION_LIST_REPEATED) == 1);
    parts[1] = joined;
    join_fails(parts, 2, CABLE_STATUS_ALREADY_JOINED, "already-joined");
    cable_document_free(joined);
    cable_document_free(whole);
    cable_document_free(second);
    cable_document_free(first);
}

static void odd_bytes(void) {
    static const char nul[] = "UNCLAS NORDHAVEN 000123\nSIPDIS\nSUBJECT: FI\0SH\n1. (U) T\0xt.\n";
    static const char latin[] = "UNCLAS NORDHAVEN 000123\nSUBJECT: CAF\xc9\n1. (U) Caf\xe9 \xe2\x82\xac.\n";
    cable_marked_text subject;
    cable_span span;
    cable_source_span source;
    cable_document *document = parse(nul, sizeof nul - 1);
    CHECK(cable_document_subject(document, &subject) == CABLE_STATUS_OK);
    CHECK(subject.text.len == 5 && memcmp(subject.text.data, "FI\0SH", 5) == 0);
    CHECK(cable_document_source(document).len == sizeof nul - 1);
    CHECK(memcmp(cable_document_source(document).data, nul, sizeof nul - 1) == 0);
    cable_document_free(document);

    document = parse(latin, sizeof latin - 1);
    CHECK(cable_document_subject(document, &subject) == CABLE_STATUS_OK);
    CHECK(equals(subject.text, "CAF\xc3\x89"));
    CHECK(cable_document_span(document, "/subject/text", 13, &span) == CABLE_STATUS_OK);
    CHECK(equals(cable_document_slice(document, span), "CAF\xc3\x89"));
    CHECK(cable_document_source_span(document, "/subject/text", 13, &source) == CABLE_STATUS_OK);
    CHECK(source.part == 0 && source.end - source.start == 4);
    CHECK(memcmp(cable_document_source(document).data + source.start, "CAF\xc9", 4) == 0);
    /* A span that cuts a character has no bytes. */
    span.end -= 1;
    CHECK(cable_document_slice(document, span).data == NULL);
    cable_document_free(document);
}

static void null_everywhere(void) {
    cable_tag tag;
    cable_string string = {NULL, 0};
    cable_span span = {0, 0};
    cable_source_span source;
    uint32_t value;
    bool same;
    cable_document *document = parse(TELEGRAM, sizeof TELEGRAM - 1);

    cable_document_free(NULL);
    cable_error_free(NULL);
    cable_options_free(NULL);
    cable_string_free(NULL);
    cable_string_free(&string);

    CHECK(cable_error_status(NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_error_code(NULL).data == NULL);
    CHECK(cable_error_message(NULL).data == NULL);
    CHECK(!cable_error_span(NULL).present);
    CHECK(cable_error_diagnostic(NULL) == 0);

    CHECK(cable_options_set_format(NULL, 1) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_options_set_fragment(NULL, true) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_options_set_assume_year(NULL, 2008) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_options_set_strict(NULL, true) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_options_set_limit(NULL, CABLE_LIMIT_INPUT, 1) == CABLE_STATUS_NULL_ARGUMENT);

    CHECK(cable_document_text(NULL).data == NULL);
    CHECK(cable_document_source(NULL).data == NULL);
    CHECK(cable_document_format(NULL) == 0);
    CHECK(!cable_document_year(NULL).present);
    CHECK(cable_document_reference_id(NULL).data == NULL);
    CHECK(cable_document_summary(NULL).data == NULL);
    CHECK(cable_document_comment(NULL).data == NULL);
    CHECK(cable_document_corrected_copy(NULL).data == NULL);
    CHECK(cable_document_list(NULL, CABLE_LIST_CAPTIONS).len == 0);
    CHECK(cable_document_slice(NULL, span).data == NULL);
    CHECK(cable_document_to_source(NULL, span).end == 0);
    source = (cable_source_span){0, 0, 6};
    CHECK(cable_document_slice_source(NULL, source).data == NULL);
    CHECK(equals(cable_document_slice_source(document, source), "UNCLAS"));
    source.end = UINT32_MAX;
    CHECK(cable_document_slice_source(document, source).data == NULL);
    source = (cable_source_span){1, 0, 0};
    CHECK(cable_document_slice_source(document, source).data == NULL);
    source = (cable_source_span){0, 6, 0};
    CHECK(cable_document_slice_source(document, source).data == NULL);
    CHECK(cable_document_position(NULL, 0).line == 0);
    CHECK(cable_document_to_json(NULL, 0, &string) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_to_json(document, 0, NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_write(NULL, 0, &string) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_write(document, 0, NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_span(NULL, "", 0, &span) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_span(document, NULL, 1, &span) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_span(document, "/subject/text", 13, NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_source_span(NULL, "", 0, &source) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_vocabulary_value(CABLE_VOCABULARY_LEVEL, "secret", 6, NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_vocabulary_value(CABLE_VOCABULARY_LEVEL, NULL, 6, &value) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_reference_id_same_as(NULL, 1, NULL, 1, &same) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_title_case(NULL, 1, &string) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_code_at(0, NULL) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_fact_executive_order(12958, NULL) == CABLE_STATUS_NULL_ARGUMENT);

    /* Every record: a NULL document, and a NULL output. */
#define RECORD(function, type)                                                        \
    do {                                                                              \
        type out_;                                                                    \
        CHECK(function(NULL, &out_) == CABLE_STATUS_NULL_ARGUMENT);                   \
        CHECK(function(document, NULL) == CABLE_STATUS_NULL_ARGUMENT);                \
    } while (0)
#define MEMBER(name, type)                                                            \
    do {                                                                              \
        type out_;                                                                    \
        CHECK(cable_document_##name##_count(NULL) == 0);                              \
        CHECK(cable_document_##name##_at(NULL, 0, &out_) == CABLE_STATUS_NULL_ARGUMENT);     \
        CHECK(cable_document_##name##_at(document, 0, NULL) == CABLE_STATUS_NULL_ARGUMENT);  \
        CHECK(cable_document_##name##_at(document, SIZE_MAX, &out_) == CABLE_STATUS_ABSENT); \
        CHECK(cable_document_##name##_at(document, cable_document_##name##_count(document),  \
                                         &out_) == CABLE_STATUS_ABSENT);              \
    } while (0)
#define MEMBER_OF(name, type, which)                                                  \
    do {                                                                              \
        type out_;                                                                    \
        CHECK(cable_document_##name##_count(NULL, which) == 0);                       \
        CHECK(cable_document_##name##_count(document, UINT32_MAX) == 0);              \
        CHECK(cable_document_##name##_at(NULL, which, 0, &out_) == CABLE_STATUS_NULL_ARGUMENT);     \
        CHECK(cable_document_##name##_at(document, which, 0, NULL) == CABLE_STATUS_NULL_ARGUMENT);  \
        CHECK(cable_document_##name##_at(document, which, SIZE_MAX, &out_) == CABLE_STATUS_ABSENT); \
        CHECK(cable_document_##name##_at(document, UINT32_MAX, 0, &out_) == CABLE_STATUS_ABSENT);   \
    } while (0)
    RECORD(cable_document_envelope, cable_envelope);
    RECORD(cable_document_header, cable_header);
    RECORD(cable_document_distribution, cable_distribution);
    RECORD(cable_document_banner, cable_banner);
    RECORD(cable_document_classification, cable_marking);
    RECORD(cable_document_marking_in_force, cable_marking_in_force);
    RECORD(cable_document_executive_order, cable_executive_order);
    RECORD(cable_document_subject, cable_marked_text);
    RECORD(cable_document_classified_by, cable_classified_by);
    MEMBER(attribute, cable_attribute);
    MEMBER(routing, cable_routing);
    MEMBER(page, cable_page_line);
    MEMBER(pass_line, cable_pass_line);
    MEMBER(tag, cable_tag);
    MEMBER(reference, cable_reference);
    MEMBER(classifier, cable_classifier);
    MEMBER(paragraph, cable_paragraph);
    MEMBER(heading, cable_marked_text);
    MEMBER(break, cable_break);
    MEMBER(citation, cable_citation);
    MEMBER(attachment, cable_attachment);
    MEMBER(redaction, cable_redaction);
    MEMBER(state, cable_field_state);
    MEMBER(diagnostic, cable_diagnostic);
    MEMBER(span, cable_pointer_span);
    MEMBER(zone, cable_zone);
    MEMBER(region, cable_region);
    MEMBER(source, cable_str);
    MEMBER_OF(signal, cable_signal, CABLE_SIGNAL_LIST_FORMAT_LINE4);
    MEMBER_OF(addressee, cable_addressee, CABLE_ADDRESSEE_BLOCK_ACTION);
    MEMBER_OF(office, cable_office, CABLE_OFFICE_LIST_INFO);
    MEMBER_OF(item, cable_item, 0);
    MEMBER_OF(section_file, cable_section_file, CABLE_SECTION_LIST_JOINED);
    CHECK(cable_document_diagnostic_render(NULL, 0, &string) == CABLE_STATUS_NULL_ARGUMENT);
    CHECK(cable_document_diagnostic_render(document, SIZE_MAX, &string) == CABLE_STATUS_ABSENT);

    /* An output is written only on success. */
    memset(&tag, 0x5a, sizeof tag);
    CHECK(cable_document_tag_at(document, 1, &tag) == CABLE_STATUS_ABSENT);
    CHECK(tag.kind == 0x5a5a5a5a);
    CHECK(cable_document_tag_at(document, 0, &tag) == CABLE_STATUS_OK);
    CHECK(equals(tag.code, "PREL") && tag.kind == CABLE_TAG_KIND_SUBJECT);
    CHECK(string.data == NULL && string.len == 0);
    cable_document_free(document);
}

static void unknown_numbers(void) {
    cable_string json = {NULL, 0};
    uint32_t value;
    cable_options *options = cable_options_new();
    cable_document *document = parse(TELEGRAM, sizeof TELEGRAM - 1);
    CHECK(options != NULL);
    CHECK(cable_options_set_format(options, 999) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_options_set_format(options, 0) == CABLE_STATUS_OK);
    CHECK(cable_options_set_assume_year(options, 10000) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_options_set_assume_year(options, UINT32_MAX) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_options_set_limit(options, 0, 1) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_options_set_limit(options, 6, 1) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_options_set_limit(options, CABLE_LIMIT_INPUT, SIZE_MAX) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_document_to_json(document, 2, &json) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_document_write(document, 2, &json) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(json.data == NULL);
    CHECK(cable_document_list(document, 0).items == NULL);
    CHECK(cable_document_list(document, 7).items == NULL);
    CHECK(cable_document_list(document, UINT32_MAX).items == NULL);
    CHECK(cable_vocabulary_word(0, 1).data == NULL);
    CHECK(cable_vocabulary_word(CABLE_VOCABULARY_LEVEL, 0).data == NULL);
    CHECK(cable_vocabulary_word(CABLE_VOCABULARY_LEVEL, UINT32_MAX).data == NULL);
    CHECK(cable_vocabulary_value(UINT32_MAX, "secret", 6, &value) == CABLE_STATUS_INVALID_ARGUMENT);
    CHECK(cable_vocabulary_value(CABLE_VOCABULARY_LEVEL, "secrets", 7, &value) == CABLE_STATUS_ABSENT);
    CHECK(strcmp(cable_status_name(12345), "unknown") == 0);
    CHECK(strcmp(cable_status_message(12345), "unknown status") == 0);
    cable_document_free(document);
    cable_options_free(options);
}

static void options_act(void) {
    static const char fragment[] = "just words of a telegram that is torn off\n";
    cable_document *document = NULL;
    cable_error *error = NULL;
    cable_options *options = cable_options_new();
    CHECK(cable_options_set_fragment(options, true) == CABLE_STATUS_OK);
    CHECK(cable_document_parse(fragment, sizeof fragment - 1, options, &document, NULL) == CABLE_STATUS_OK);
    cable_document_free(document);
    CHECK(cable_options_set_fragment(options, false) == CABLE_STATUS_OK);

    CHECK(cable_options_set_assume_year(options, 2008) == CABLE_STATUS_OK);
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, options, &document, NULL) == CABLE_STATUS_OK);
    CHECK(equals(cable_document_reference_id(document), "08NORDHAVEN123"));
    CHECK(cable_document_year(document).present && cable_document_year(document).value == 2008);
    /* The document outlives its options and its input. */
    cable_options_free(options);
    CHECK(equals(cable_document_reference_id(document), "08NORDHAVEN123"));
    cable_document_free(document);

    options = cable_options_new();
    CHECK(cable_options_set_limit(options, CABLE_LIMIT_INPUT, 10) == CABLE_STATUS_OK);
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, options, &document, &error) ==
          CABLE_STATUS_TOO_LARGE);
    CHECK(equals(cable_error_code(error), "too-large"));
    cable_error_free(error);
    CHECK(cable_options_set_limit(options, CABLE_LIMIT_INPUT, 1000) == CABLE_STATUS_OK);
    CHECK(cable_options_set_format(options, CABLE_FORMAT_ARCHIVE) == CABLE_STATUS_OK);
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, options, &document, &error) ==
          CABLE_STATUS_WRONG_FORMAT);
    CHECK(equals(cable_error_code(error), "wrong-format"));
    cable_error_free(error);
    cable_options_free(options);
}

static void repaired_bytes_are_counted(void) {
    static const char damaged[] = "UNCLAS NORDHAVEN 000123\nSUBJECT: CAF\xc9 AND CAF\xc9\n1. (U) Text.\n";
    cable_document *document = parse(damaged, sizeof damaged - 1);
    cable_diagnostic found;
    uint32_t repaired = 0;
    for (size_t i = 0; cable_document_diagnostic_at(document, i, &found) == CABLE_STATUS_OK; i++) {
        if (found.code == CABLE_CODE_ENCODING_REPAIRED) {
            repaired = found.count;
            CHECK(found.source.present && found.source.span.start == 36);
        } else {
            CHECK(found.count == 0);
        }
    }
    CHECK(repaired == 2);
    cable_document_free(document);
}

static void strict_fails(void) {
    /* A section beyond the last one. */
    static const char beyond[] = "UNCLAS SECTION 04 OF 03 NORDHAVEN 000123\nSIPDIS\nSUBJECT: FISH\n1. (U) Text.\n";
    cable_document *document = NULL;
    cable_error *error = NULL;
    cable_options *options = cable_options_new();
    CHECK(cable_options_set_strict(options, true) == CABLE_STATUS_OK);
    CHECK(cable_document_parse(beyond, sizeof beyond - 1, options, &document, &error) ==
          CABLE_STATUS_STRICT_VIOLATION);
    CHECK(document == NULL);
    CHECK(equals(cable_error_code(error), "strict-violation"));
    CHECK(cable_error_diagnostic(error) == CABLE_CODE_SECTION_NUMBER_INVALID);
    CHECK(cable_error_span(error).present);
    cable_error_free(error);
    cable_options_free(options);
}

int main(void) {
    parses_badly();
    joins_badly();
    odd_bytes();
    repaired_bytes_are_counted();
    null_everywhere();
    unknown_numbers();
    options_act();
    strict_fails();
    return 0;
}
