#include "germline_data.h"

// Clang reads #embed in every C standard but warns below C23; the package does not ask for C23
// because that takes unsafe flags.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t bytes[] = {
#embed "germline.tsv"
};
#pragma clang diagnostic pop

const uint8_t *germline_data_bytes(void) { return bytes; }

size_t germline_data_count(void) { return sizeof bytes; }
