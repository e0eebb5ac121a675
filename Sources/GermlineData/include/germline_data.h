#ifndef GERMLINE_DATA_H
#define GERMLINE_DATA_H

#include <stddef.h>
#include <stdint.h>

/// The bytes of germline.tsv, the default germline set; they live as long as the program.
const uint8_t *germline_data_bytes(void);

/// How many bytes germline.tsv has.
size_t germline_data_count(void);

/// The bytes of phix174.fasta, the genome that sequencers are given as a control; they live as long as
/// the program.
const uint8_t *germline_data_phix_bytes(void);

/// How many bytes phix174.fasta has.
size_t germline_data_phix_count(void);

#endif
