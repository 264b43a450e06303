/* Prints what a telegram says, in a few lines. The same program stands in Rust and in Python beside this one. */
#include <cable.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints a string, or a dash if it is absent. */
static void print(cable_str string) {
    if (string.data == NULL) {
        putchar('-');
    } else {
        fwrite(string.data, 1, string.len, stdout);
    }
}

static void print_line(const char *label, cable_str string) {
    printf("%s: ", label);
    print(string);
    putchar('\n');
}

static void print_addressees(const cable_document *document, const char *label, uint32_t block) {
    cable_addressee addressee;
    for (size_t i = 0; cable_document_addressee_at(document, block, i, &addressee) == CABLE_STATUS_OK; i++) {
        print_line(label, addressee.name);
    }
}

static void print_list(const cable_document *document, const char *label, uint32_t field) {
    cable_str_list list = cable_document_list(document, field);
    for (size_t i = 0; i < list.len; i++) {
        print_line(label, list.items[i]);
    }
}

static void print_header(const cable_document *document) {
    cable_header header;
    if (cable_document_header(document, &header) != CABLE_STATUS_OK) {
        return;
    }
    if (header.date_time_group.kind == CABLE_TIME_KIND_INSTANT) {
        cable_time sent = header.date_time_group;
        printf("sent: %04u-%02u-%02uT%02u:%02u:%02uZ\n", sent.year, sent.month, sent.day, sent.hour, sent.minute,
               sent.second);
    }
    print_addressees(document, "from", CABLE_ADDRESSEE_BLOCK_ORIGINATOR);
    print_addressees(document, "to", CABLE_ADDRESSEE_BLOCK_ACTION);
    print_addressees(document, "info", CABLE_ADDRESSEE_BLOCK_INFO);
}

static void print_top(const cable_document *document) {
    cable_marked_text subject = {0};
    cable_tag tag;
    cable_reference reference;
    print_list(document, "caption", CABLE_LIST_CAPTIONS);
    /* Stays as it is, absent, where the telegram has no subject. */
    cable_document_subject(document, &subject);
    print_line("subject", subject.text);
    for (size_t i = 0; cable_document_tag_at(document, i, &tag) == CABLE_STATUS_OK; i++) {
        printf("tag: ");
        print(tag.code);
        putchar(' ');
        print(cable_vocabulary_word(CABLE_VOCABULARY_TAG_KIND, tag.kind));
        putchar(' ');
        print(tag.name);
        putchar('\n');
    }
    for (size_t i = 0; cable_document_reference_at(document, i, &reference) == CABLE_STATUS_OK; i++) {
        printf("reference: ");
        print(reference.label);
        putchar(' ');
        print(cable_vocabulary_word(CABLE_VOCABULARY_REFERENCE_KIND, reference.kind));
        putchar(' ');
        print(reference.target.data != NULL ? reference.target : reference.text);
        putchar('\n');
    }
}

static void print_paragraphs(const cable_document *document) {
    cable_paragraph paragraph;
    for (size_t i = 0; cable_document_paragraph_at(document, i, &paragraph) == CABLE_STATUS_OK; i++) {
        if (paragraph.number.present) {
            printf("paragraph: %u ", (unsigned)paragraph.number.value);
        } else {
            printf("paragraph: - ");
        }
        print(paragraph.mark.printed);
        putchar(' ');
        print(cable_vocabulary_word(CABLE_VOCABULARY_ROLE, paragraph.role));
        printf(" %zu bytes\n", paragraph.text.len);
    }
}

static void print_diagnostics(const cable_document *document) {
    cable_diagnostic found;
    for (size_t i = 0; cable_document_diagnostic_at(document, i, &found) == CABLE_STATUS_OK; i++) {
        print(cable_vocabulary_word(CABLE_VOCABULARY_SEVERITY, found.severity));
        printf(": ");
        print(found.name);
        putchar('\n');
    }
}

/* The bytes of a file, freed by the caller; NULL if it cannot be read. */
static char *read_file(const char *path, size_t *len) {
    size_t room = 1 << 16, got;
    char *data = malloc(room);
    FILE *file = fopen(path, "rb");
    *len = 0;
    while (file != NULL && data != NULL && (got = fread(data + *len, 1, room - *len, file)) > 0) {
        *len += got;
        if (*len == room) {
            char *larger = realloc(data, room *= 2);
            if (larger == NULL) {
                free(data);
            }
            data = larger;
        }
    }
    if (file == NULL || ferror(file)) {
        free(data);
        data = NULL;
    }
    if (file != NULL) {
        fclose(file);
    }
    return data;
}

int main(int argc, char **argv) {
    cable_document *document = NULL;
    cable_error *error = NULL;
    cable_marking classification = {0};
    size_t len;
    char *data;
    if (argc < 2) {
        fprintf(stderr, "usage: summary FILE\n");
        return 1;
    }
    data = read_file(argv[1], &len);
    if (data == NULL) {
        perror(argv[1]);
        return 1;
    }
    if (cable_document_parse(data, len, NULL, &document, &error) != CABLE_STATUS_OK) {
        cable_str message = cable_error_message(error);
        fprintf(stderr, "%.*s\n", (int)message.len, message.data);
        cable_error_free(error);
        free(data);
        return 1;
    }
    free(data);

    print_line("id", cable_document_reference_id(document));
    cable_document_classification(document, &classification);
    print_line("classification", classification.display);
    print_header(document);
    print_top(document);
    print_paragraphs(document);
    print_list(document, "signed", CABLE_LIST_SIGNATURE);
    print_diagnostics(document);
    cable_document_free(document);
    return 0;
}
