#ifndef CLONETRACK_COMPRESSION_SHIMS_H
#define CLONETRACK_COMPRESSION_SHIMS_H

#include <bzlib.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <zlib.h>

#endif
