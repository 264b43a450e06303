/* Every function, with every mixture of NULL and non-NULL and with numbers that fit nothing: none crashes, what has
   nothing to answer or nowhere to put it says so, and an output is written only on success.

   Written by the test every_call from cable.h; CABLE_BLESS=1 writes it anew. */
#include "support.h"
#include <stdalign.h>
#include <stddef.h>

typedef struct {
    bool handles;
    bool outputs;
    bool strings;
    size_t number;
} arguments;

static struct {
    alignas(max_align_t) unsigned char bytes[1024];
} out[2];

static cable_document *document;
static cable_options *options;
static cable_error *error;

static void fill(int byte) { memset(out, byte, sizeof out); }

static bool untouched(size_t which) {
    for (size_t i = 0; i < sizeof out[which].bytes; i++) {
        if (out[which].bytes[i] != 0x5a) {
            return false;
        }
    }
    return true;
}

static const char TELEGRAM[] =
    "R 041015Z MAR 08\nFM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC 3317\nUNCLAS NORDHAVEN 000142\n\nSIPDIS\n\n"
    "E.O. 12958: N/A\nTAGS: EFIS\nSUBJECT: HERRING\n\nREF: ZELTBERG 12\n\n1. (U) Text (reftel).\n";

static void every_call(arguments given) {
    fill(0x5a);
    {
        const char *answer = cable_version();
        (void)answer;
    }
    fill(0x5a);
    {
        uint32_t answer = cable_version_number();
        (void)answer;
    }
    fill(0x5a);
    {
        const char *answer = cable_status_name((uint32_t)given.number);
        (void)answer;
    }
    fill(0x5a);
    {
        const char *answer = cable_status_message((uint32_t)given.number);
        (void)answer;
    }
    fill(0);
    cable_string_free(given.outputs ? (cable_string *)out[0].bytes : NULL);
    fill(0x5a);
    {
        cable_str answer = cable_vocabulary_word((uint32_t)given.number,
            (uint32_t)given.number);
        (void)answer;
    }
    fill(0x5a);
    {
        cable_status answer = cable_vocabulary_value((uint32_t)given.number,
            given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (uint32_t *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    cable_options_free(cable_options_new());
    fill(0);
    cable_options_free(NULL);
    fill(0x5a);
    {
        cable_status answer = cable_options_set_format(given.handles ? options : NULL,
            (uint32_t)given.number);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_options_set_fragment(given.handles ? options : NULL,
            given.number != 0);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_options_set_assume_year(given.handles ? options : NULL,
            (uint32_t)given.number);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_options_set_strict(given.handles ? options : NULL,
            given.number != 0);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_options_set_limit(given.handles ? options : NULL,
            (uint32_t)given.number,
            given.number);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_error_status(given.handles ? error : NULL);
        CHECK(cable_status_name(answer) != NULL);
    }
    fill(0x5a);
    {
        cable_str answer = cable_error_code(given.handles ? error : NULL);
        (void)answer;
    }
    fill(0x5a);
    {
        cable_str answer = cable_error_message(given.handles ? error : NULL);
        (void)answer;
    }
    fill(0x5a);
    {
        cable_optional_source_span answer = cable_error_span(given.handles ? error : NULL);
        (void)answer;
    }
    fill(0x5a);
    {
        uint32_t answer = cable_error_diagnostic(given.handles ? error : NULL);
        (void)answer;
    }
    fill(0);
    cable_error_free(NULL);
    fill(0x5a);
    {
        cable_status answer = cable_document_parse(given.strings ? "x" : NULL,
            given.number,
            given.handles ? options : NULL,
            given.outputs ? (cable_document **)out[0].bytes : NULL,
            given.outputs ? (cable_error **)out[1].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
        else {
            cable_document_free(*(cable_document **)out[0].bytes);
        }
        if (given.outputs && answer != CABLE_STATUS_OK) {
            cable_error_free(*(cable_error **)out[1].bytes);
        }
    }
    fill(0);
    cable_document_free(NULL);
    fill(0x5a);
    {
        cable_status answer = cable_document_to_json(given.handles ? document : NULL,
            (uint32_t)given.number,
            given.outputs ? (cable_string *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
        else {
            cable_string_free((cable_string *)out[0].bytes);
        }
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_text(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_source(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_format answer = cable_document_format(given.handles ? document : NULL);
        (void)answer;
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_reference_id(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_optional_u32 answer = cable_document_year(given.handles ? document : NULL);
        (void)answer;
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_envelope(given.handles ? document : NULL,
            given.outputs ? (cable_envelope *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_attribute_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_attribute_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_attribute *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_header(given.handles ? document : NULL,
            given.outputs ? (cable_header *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_routing_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_routing_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_routing *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_signal_count(given.handles ? document : NULL,
            (uint32_t)given.number);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_signal_at(given.handles ? document : NULL,
            (uint32_t)given.number,
            given.number,
            given.outputs ? (cable_signal *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_addressee_count(given.handles ? document : NULL,
            (uint32_t)given.number);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_addressee_at(given.handles ? document : NULL,
            (uint32_t)given.number,
            given.number,
            given.outputs ? (cable_addressee *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_distribution(given.handles ? document : NULL,
            given.outputs ? (cable_distribution *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_page_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_page_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_page_line *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_office_count(given.handles ? document : NULL,
            (uint32_t)given.number);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_office_at(given.handles ? document : NULL,
            (uint32_t)given.number,
            given.number,
            given.outputs ? (cable_office *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_banner(given.handles ? document : NULL,
            given.outputs ? (cable_banner *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_classification(given.handles ? document : NULL,
            given.outputs ? (cable_marking *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_marking_in_force(given.handles ? document : NULL,
            given.outputs ? (cable_marking_in_force *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_pass_line_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_pass_line_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_pass_line *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_corrected_copy(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_executive_order(given.handles ? document : NULL,
            given.outputs ? (cable_executive_order *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_tag_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_tag_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_tag *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_subject(given.handles ? document : NULL,
            given.outputs ? (cable_marked_text *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_reference_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_reference_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_reference *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_classified_by(given.handles ? document : NULL,
            given.outputs ? (cable_classified_by *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_classifier_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_classifier_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_classifier *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_str_list answer = cable_document_list(given.handles ? document : NULL,
            (uint32_t)given.number);
        (void)answer;
    }
    fill(0x5a);
    {
        size_t answer = cable_document_state_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_state_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_field_state *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_paragraph_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_paragraph_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_paragraph *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_item_count(given.handles ? document : NULL,
            given.number);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_item_at(given.handles ? document : NULL,
            given.number,
            given.number,
            given.outputs ? (cable_item *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_summary(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_comment(given.handles ? document : NULL);
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        size_t answer = cable_document_heading_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_heading_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_marked_text *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_break_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_break_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_break *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_citation_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_citation_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_citation *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_attachment_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_attachment_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_attachment *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_redaction_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_redaction_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_redaction *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_diagnostic_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_diagnostic_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_diagnostic *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_diagnostic_render(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_string *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
        else {
            cable_string_free((cable_string *)out[0].bytes);
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_code_count();
        (void)answer;
    }
    fill(0x5a);
    {
        cable_status answer = cable_code_at(given.number,
            given.outputs ? (cable_code *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_span_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_span_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_pointer_span *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_span(given.handles ? document : NULL,
            given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_span *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_source_span(given.handles ? document : NULL,
            given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_source_span *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_source_span answer = cable_document_to_source(given.handles ? document : NULL,
            (cable_span){1, (uint32_t)given.number});
        (void)answer;
    }
    fill(0x5a);
    {
        cable_str answer = cable_document_slice(given.handles ? document : NULL,
            (cable_span){1, (uint32_t)given.number});
        CHECK(given.handles || answer.data == NULL);
    }
    fill(0x5a);
    {
        cable_position answer = cable_document_position(given.handles ? document : NULL,
            (uint32_t)given.number);
        (void)answer;
    }
    fill(0x5a);
    {
        size_t answer = cable_document_zone_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_zone_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_zone *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        size_t answer = cable_document_region_count(given.handles ? document : NULL);
        CHECK(given.handles || answer == 0);
    }
    fill(0x5a);
    {
        cable_status answer = cable_document_region_at(given.handles ? document : NULL,
            given.number,
            given.outputs ? (cable_region *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.handles || answer != CABLE_STATUS_OK);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_reference_id_parse(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_reference_id *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_reference_id_write(given.strings ? "x" : NULL,
            given.number,
            (uint32_t)given.number,
            given.outputs ? (cable_string *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
        else {
            cable_string_free((cable_string *)out[0].bytes);
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_reference_id_same_as(given.strings ? "x" : NULL,
            given.number,
            given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (bool *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_reference_id_compare(given.strings ? "x" : NULL,
            given.number,
            given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (int32_t *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_tag(given.strings ? "x" : NULL,
            given.number,
            (uint32_t)given.number,
            given.outputs ? (cable_tag_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_routing_indicator(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_routing_indicator_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_post(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_post_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_caption(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_caption_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_operating_signal(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_operating_signal_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_fact_executive_order((uint32_t)given.number,
            given.outputs ? (cable_executive_order_fact *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
    }
    fill(0x5a);
    {
        cable_status answer = cable_title_case(given.strings ? "x" : NULL,
            given.number,
            given.outputs ? (cable_string *)out[0].bytes : NULL);
        CHECK(cable_status_name(answer) != NULL);
        CHECK(given.outputs || answer != CABLE_STATUS_OK);
        if (answer != CABLE_STATUS_OK) {
            CHECK(untouched(0));
        }
        else {
            cable_string_free((cable_string *)out[0].bytes);
        }
    }
}

int main(void) {
    static const size_t numbers[] = {0, 1, UINT32_MAX, SIZE_MAX / 2 + 1, SIZE_MAX};
    CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, NULL, &document, NULL) == CABLE_STATUS_OK);
    CHECK(cable_document_parse("x", 1, NULL, &(cable_document *){NULL}, &error) == CABLE_STATUS_NOT_A_TELEGRAM);
    options = cable_options_new();
    for (int mixture = 0; mixture < 8; mixture++) {
        for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
            arguments given = {(mixture & 1) != 0, (mixture & 2) != 0, (mixture & 4) != 0, numbers[i]};
            /* A length that may be is that of one byte. */
            if (given.strings && numbers[i] == UINT32_MAX) {
                continue;
            }
            every_call(given);
        }
    }
    cable_options_free(options);
    cable_error_free(error);
    cable_document_free(document);
    return 0;
}
