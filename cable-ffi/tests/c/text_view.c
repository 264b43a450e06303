/* Running texts: every piece leads back to the text of the telegram, and the JSON is that of the accessors. */
#include "support.h"

static void number(buffer *out, uint32_t value) {
    char digits[16];
    snprintf(digits, sizeof digits, "%u", (unsigned)value);
    put(out, digits);
}

static void place(buffer *out, const char *key, uint32_t start, uint32_t end) {
    put(out, key);
    number(out, start);
    put(out, ",");
    number(out, end);
    put(out, "]");
}

/* The pieces as JSON, from the accessors alone. */
static buffer pieces(const cable_document *document, const cable_text_view *view) {
    buffer out = {NULL, 0, 0};
    cable_str whole = cable_document_text(document);
    cable_str running = cable_text_view_text(view);
    uint32_t at = 0;
    for (size_t i = 0; i < cable_text_view_piece_count(view); i++) {
        cable_text_piece piece;
        cable_span back;
        cable_str word;
        CHECK(cable_text_view_piece_at(view, i, &piece) == CABLE_STATUS_OK);
        CHECK(piece.span.start == at && piece.span.end > at && piece.span.end <= running.len);
        at = piece.span.end;
        if (piece.label != CABLE_TEXT_LABEL_GAP) {
            CHECK(memcmp(running.data + piece.span.start, whole.data + piece.origin.start,
                         piece.span.end - piece.span.start) == 0);
            CHECK(cable_text_view_to_text(view, piece.span, &back) == CABLE_STATUS_OK);
            CHECK(back.start == piece.origin.start && back.end == piece.origin.end);
        }
        word = cable_vocabulary_word(CABLE_VOCABULARY_TEXT_LABEL, piece.label);
        put(&out, i == 0 ? "{\"label\":\"" : ",{\"label\":\"");
        put_bytes(&out, word.data, word.len);
        place(&out, "\",\"span\":[", piece.span.start, piece.span.end);
        place(&out, ",\"origin\":[", piece.origin.start, piece.origin.end);
        place(&out, ",\"source\":[", piece.source.start, piece.source.end);
        put(&out, ",\"paragraph\":");
        if (piece.paragraph.present) {
            number(&out, piece.paragraph.value);
        } else {
            put(&out, "null");
        }
        put(&out, "}");
    }
    CHECK(at == running.len);
    return out;
}

int main(int argc, char **argv) {
    CHECK(cable_document_text_view(NULL, 0, &(cable_text_view *){NULL}) == CABLE_STATUS_NULL_ARGUMENT);
    for (int i = 1; i < argc; i++) {
        buffer input = read_file(argv[i]);
        cable_document *document = NULL;
        if (cable_document_parse(input.data, input.len, NULL, &document, NULL) != CABLE_STATUS_OK) {
            free(input.data);
            continue;
        }
        CHECK(cable_document_text_view(document, 256, &(cable_text_view *){NULL}) == CABLE_STATUS_INVALID_ARGUMENT);
        for (uint32_t parts = 0; parts < 256; parts += 51) {
            cable_text_view *view = NULL;
            cable_string json;
            buffer built;
            CHECK(cable_document_text_view(document, parts, &view) == CABLE_STATUS_OK);
            CHECK(cable_text_view_to_json(view, &json) == CABLE_STATUS_OK);
            built = pieces(document, view);
            /* What stands behind `"pieces":[`. */
            CHECK(json.len > built.len + 2);
            CHECK(built.len == 0 || memcmp(json.data + json.len - built.len - 2, built.data, built.len) == 0);
            printf("%s\n", json.data);
            cable_string_free(&json);
            free(built.data);
            cable_text_view_free(view);
        }
        cable_document_free(document);
        free(input.data);
    }
    return 0;
}
