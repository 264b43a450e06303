/* Loops over long lists by index take less time than reading the telegram did. */
#include "support.h"
#include <time.h>

enum { MANY = 10000 };

static double since(clock_t start) { return (double)(clock() - start) / CLOCKS_PER_SEC; }

int main(void) {
    buffer input = {NULL, 0, 0};
    char line[64];
    clock_t start;
    double parsed, first, asked;
    size_t bytes = 0;
    cable_document *document = NULL;
    cable_addressee addressee;
    cable_paragraph paragraph;
    cable_reference reference;
    cable_item item;
    cable_span span;

    put(&input, "VZCZCXYZ0031\nPP RUEHWEB\nDE RUEHNV #0123 1781402\nZNR UUUUU ZZH\nP 261402Z JUN 08\n"
                "FM AMEMBASSY NORDHAVEN\nTO RUEHC/SECSTATE WASHDC PRIORITY 3604\nINFO ");
    for (int i = 0; i < MANY - 10; i++) {
        snprintf(line, sizeof line, "RUEHNV/AMEMBASSY NORDHAVEN %04d\n", i);
        put(&input, line);
    }
    put(&input, "UNCLAS NORDHAVEN 000123\n\nSIPDIS\n\nTAGS: PREL\nSUBJECT: FISH\n\nREF: ");
    for (int i = 0; i < 2000; i++) {
        snprintf(line, sizeof line, "%sNORDHAVEN %d", i == 0 ? "" : i % 4 == 0 ? ",\n     " : ", ", i + 1);
        put(&input, line);
    }
    put(&input, "\n\n1. (U) Items:\n\n");
    for (int i = 0; i < MANY; i++) {
        put(&input, "-- (U) one of them\n");
    }
    for (int i = 2; i < 199; i++) {
        snprintf(line, sizeof line, "\n%d. (U) Text.\n", i);
        put(&input, line);
    }

    start = clock();
    CHECK(cable_document_parse(input.data, input.len, NULL, &document, NULL) == CABLE_STATUS_OK);
    parsed = since(start);

    /* The first question of a kind makes the views. */
    start = clock();
    CHECK(cable_document_addressee_count(document, CABLE_ADDRESSEE_BLOCK_INFO) > MANY / 2);
    CHECK(cable_document_item_count(document, 0) == MANY);
    CHECK(cable_document_reference_count(document) > 1000);
    cable_document_span_count(document);
    first = since(start);

    start = clock();
    for (size_t i = 0; cable_document_addressee_at(document, CABLE_ADDRESSEE_BLOCK_INFO, i, &addressee) ==
                       CABLE_STATUS_OK;
         i++) {
        bytes += addressee.name.len;
        snprintf(line, sizeof line, "/header/info/%zu/name", i);
        CHECK(cable_document_span(document, line, strlen(line), &span) == CABLE_STATUS_OK);
    }
    for (size_t i = 0; cable_document_reference_at(document, i, &reference) == CABLE_STATUS_OK; i++) {
        bytes += reference.text.len;
    }
    for (size_t i = 0; cable_document_paragraph_at(document, i, &paragraph) == CABLE_STATUS_OK; i++) {
        for (size_t j = 0; cable_document_item_at(document, i, j, &item) == CABLE_STATUS_OK; j++) {
            bytes += item.text.len;
        }
    }
    asked = since(start);
    printf("parse %.0f ms, first questions %.0f ms, loops %.0f ms, %zu bytes\n", parsed * 1e3, first * 1e3,
           asked * 1e3, bytes);
    CHECK(bytes > 2 * MANY);
    CHECK(asked < 2 * (parsed + first) + 0.05);
    cable_document_free(document);
    free(input.data);
    return 0;
}
