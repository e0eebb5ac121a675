#include "germline_data.h"

// Clang reads #embed in every C standard but warns below C23; the package does not ask for C23
// because that takes unsafe flags.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const uint8_t germline[] = {
#embed "germline.tsv"
};
static const uint8_t phix[] = {
#embed "phix174.fasta"
};
#pragma clang diagnostic pop

const uint8_t *germline_data_bytes(void) { return germline; }

size_t germline_data_count(void) { return sizeof germline; }

const uint8_t *germline_data_phix_bytes(void) { return phix; }

size_t germline_data_phix_count(void) { return sizeof phix; }
