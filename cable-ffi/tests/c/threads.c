/* Many threads read one document, each the first to ask. With an argument each value is there before they begin: then
   they only read, which a tool can see that knows locks and no atomics. */
#define _POSIX_C_SOURCE 200809L
#include "support.h"
#include <pthread.h>

enum { THREADS = 8 };

static const char TELEGRAM[] =
    "UNCLAS NORDHAVEN 000123\nSIPDIS\nTAGS: PREL, PGOV\nSUBJECT: FISH\nREF: 07 STATE 4\n"
    "1. (U) SUMMARY: Text. END SUMMARY.\n2. (U) Text:\n-- one\n-- two\n";

static void *ask(void *argument) {
    const cable_document *document = argument;
    cable_paragraph paragraph;
    cable_item item;
    cable_tag tag;
    cable_span span;
    cable_string json;
    CHECK(cable_document_paragraph_at(document, 1, &paragraph) == CABLE_STATUS_OK);
    CHECK(paragraph.item_count == 2);
    CHECK(cable_document_item_at(document, 1, 1, &item) == CABLE_STATUS_OK);
    CHECK(equals(item.text, "two"));
    CHECK(cable_document_tag_at(document, 1, &tag) == CABLE_STATUS_OK);
    CHECK(equals(tag.code, "PGOV"));
    CHECK(cable_document_span(document, "/subject/text", 13, &span) == CABLE_STATUS_OK);
    CHECK(equals(cable_document_summary(document), "Text."));
    CHECK(cable_document_to_json(document, CABLE_JSON_WITH_SPANS, &json) == CABLE_STATUS_OK);
    cable_string_free(&json);
    return NULL;
}

int main(int count, char **arguments) {
    (void)arguments;
    for (int round = 0; round < 20; round++) {
        pthread_t threads[THREADS];
        cable_document *document = NULL;
        CHECK(cable_document_parse(TELEGRAM, sizeof TELEGRAM - 1, NULL, &document, NULL) == CABLE_STATUS_OK);
        if (count > 1) {
            ask(document);
        }
        for (int i = 0; i < THREADS; i++) {
            CHECK(pthread_create(&threads[i], NULL, ask, document) == 0);
        }
        for (int i = 0; i < THREADS; i++) {
            CHECK(pthread_join(threads[i], NULL) == 0);
        }
        cable_document_free(document);
    }
    return 0;
}
