/* What the programs of this folder share: reading a file, checking, and a buffer to write to. */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <cable.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ends the program with the place of the check that failed. */
#define CHECK(condition)                                                             \
    do {                                                                             \
        if (!(condition)) {                                                          \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);  \
            exit(1);                                                                 \
        }                                                                            \
    } while (0)

typedef struct {
    char *data;
    size_t len;
    size_t room;
} buffer;

static inline void put_bytes(buffer *out, const char *data, size_t len) {
    if (out->len + len > out->room) {
        out->room = (out->len + len) * 2 + 64;
        out->data = realloc(out->data, out->room);
        CHECK(out->data != NULL);
    }
    if (len > 0) {
        memcpy(out->data + out->len, data, len);
        out->len += len;
    }
}

static inline void put(buffer *out, const char *text) { put_bytes(out, text, strlen(text)); }

static inline buffer read_file(const char *path) {
    buffer out = {NULL, 0, 0};
    char piece[4096];
    size_t got;
    FILE *file = fopen(path, "rb");
    CHECK(file != NULL);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0) {
        put_bytes(&out, piece, got);
    }
    CHECK(!ferror(file));
    fclose(file);
    return out;
}

static inline bool equals(cable_str string, const char *text) {
    return string.data != NULL && string.len == strlen(text) && memcmp(string.data, text, string.len) == 0;
}

#endif
