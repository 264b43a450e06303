/* The macros of the header are the version of the library. */
#include "support.h"

#if CABLE_VERSION_NUMBER < 100
#error "the number can be compared by the preprocessor"
#endif

int main(void) {
    char parts[64];
    snprintf(parts, sizeof parts, "%d.%d.%d", CABLE_VERSION_MAJOR, CABLE_VERSION_MINOR, CABLE_VERSION_PATCH);
    CHECK(strcmp(parts, cable_version()) == 0);
    CHECK(CABLE_VERSION_NUMBER ==
          CABLE_VERSION_MAJOR * 10000 + CABLE_VERSION_MINOR * 100 + CABLE_VERSION_PATCH);
    CHECK(cable_version_number() == CABLE_VERSION_NUMBER);
    puts(parts);
    return 0;
}
