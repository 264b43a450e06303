/* Reads many telegrams: `corpus WORKERS PATH…` prints a line for each member, with its place. */
#include "support.h"
#include <inttypes.h>

static void told(const cable_corpus *corpus) {
    cable_place place;
    CHECK(cable_corpus_place(corpus, &place) == CABLE_STATUS_OK);
    printf("%.*s %" PRIu64 " %" PRIu64 "..%" PRIu64 " ", (int)place.path.len,
           place.path.data == NULL ? "" : place.path.data, place.row, place.start, place.end);
}

int main(int count, char **arguments) {
    CHECK(count > 2);
    cable_str paths[16];
    size_t length = 0;
    for (int i = 2; i < count && length < 16; i++) {
        paths[length++] = (cable_str){arguments[i], strlen(arguments[i])};
    }

    cable_corpus *corpus;
    cable_place place;
    CHECK(cable_corpus_open(paths, length, NULL, (uint32_t)atoi(arguments[1]), &corpus) == CABLE_STATUS_OK);
    CHECK(cable_corpus_place(corpus, &place) == CABLE_STATUS_ABSENT);
    for (;;) {
        cable_document *document = NULL;
        cable_error *error = NULL;
        cable_status status = cable_corpus_next(corpus, &document, &error);
        if (status == CABLE_STATUS_ABSENT) {
            break;
        }
        told(corpus);
        if (status == CABLE_STATUS_OK) {
            cable_str id = cable_document_reference_id(document);
            printf("%.*s\n", (int)id.len, id.data == NULL ? "" : id.data);
            cable_document_free(document);
        } else {
            CHECK(error != NULL && cable_error_status(error) == status);
            cable_str code = cable_error_code(error);
            CHECK(equals(code, cable_status_name(status)));
            printf("%.*s of %zu bytes\n", (int)code.len, code.data, cable_error_data(error).len);
            cable_error_free(error);
        }
    }
    /* The end stays the end. */
    CHECK(cable_corpus_next(corpus, &(cable_document *){NULL}, NULL) == CABLE_STATUS_ABSENT);
    cable_corpus_close(corpus);

    /* Closed early, nothing hangs or leaks. */
    CHECK(cable_corpus_open(paths, length, NULL, 2, &corpus) == CABLE_STATUS_OK);
    cable_document *document = NULL;
    if (cable_corpus_next(corpus, &document, NULL) == CABLE_STATUS_OK) {
        cable_document_free(document);
    }
    cable_corpus_close(corpus);
    CHECK(cable_corpus_open(NULL, 0, NULL, 0, &corpus) == CABLE_STATUS_OK);
    CHECK(cable_corpus_next(corpus, &document, NULL) == CABLE_STATUS_ABSENT);
    cable_corpus_close(corpus);
    return 0;
}
