#ifndef CLONETRACK_COMPRESSION_SHIMS_H
#define CLONETRACK_COMPRESSION_SHIMS_H

#include <bzlib.h>
#include <errno.h>
#include <fcntl.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

// Swift does not see the macros deflateInit2, S_ISDIR, S_ISREG and errno.

/// Starts a deflate stream in a gzip wrapper.
static inline int clonetrack_gzip_start(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/// Opens a file for reading.
static inline int clonetrack_open_for_reading(const char *path) {
  return open(path, O_RDONLY | O_CLOEXEC);
}

/// Whether a file's mode is that of a directory.
static inline int clonetrack_is_directory(mode_t mode) { return S_ISDIR(mode); }

/// Whether a file's mode is that of a regular file.
static inline int clonetrack_is_regular(mode_t mode) { return S_ISREG(mode); }

/// Why the last system call failed.
static inline int clonetrack_errno(void) { return errno; }

/// Clears the upper halves of vector registers, which ISA-L leaves in use: until then some processors
/// run all code for the lower halves at about half its speed.
static inline void clonetrack_clear_upper_halves(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx")) __asm__ volatile("vzeroupper");
#endif
}

#endif
