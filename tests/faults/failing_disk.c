/* A disk that fails, put in front of the C library by LD_PRELOAD: the call with the number FAULT_AT,
   and with FAULT_FOR_GOOD all after it, that is about a file whose path begins with FAULT_UNDER ends
   with the error FAULT_ERROR. FAULT_WRITES counts only what writes. FAULT_WHEN is a file
   without which nothing fails yet. FAULT_TALLY gets the count. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static long setting(const char *name) {
  const char *text = getenv(name);
  return text ? atol(text) : 0;
}

static int fails(const char *path, int writes) {
  const char *under = getenv("FAULT_UNDER");
  if (!under || !path || strncmp(path, under, strlen(under))) return 0;
  if (setting("FAULT_WRITES") && !writes) return 0;
  const char *when = getenv("FAULT_WHEN");
  int kept = errno;
  if (when && access(when, F_OK)) {
    errno = kept;
    return 0;
  }
  calls++;
  long at = setting("FAULT_AT");
  if (!at || !(calls == at || (calls > at && setting("FAULT_FOR_GOOD")))) return 0;
  errno = (int)setting("FAULT_ERROR");
  return 1;
}

static int file_fails(int file, int writes) {
  char link[64], path[4096];
  int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  errno = kept;
  if (length < 0) return 0;
  path[length] = 0;
  return fails(path, writes);
}

__attribute__((destructor)) static void tell(void) {
  const char *tally = getenv("FAULT_TALLY");
  FILE *file = tally ? fopen(tally, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld", calls);
  fclose(file);
}

#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                        \
  int name(const char *path, int flags, ...) {                            \
    va_list rest;                                                         \
    va_start(rest, flags);                                                \
    mode_t mode = va_arg(rest, mode_t);                                   \
    va_end(rest);                                                         \
    REAL(int, name, const char *, int, ...);                              \
    if (fails(path, flags & (O_WRONLY | O_RDWR | O_CREAT))) return -1;    \
    return real(path, flags, mode);                                       \
  }
OPEN(open)
OPEN(open64)

#define ON_FILE(type, name, writes, given, passed, ...)                   \
  type name given {                                                       \
    REAL(type, name, __VA_ARGS__);                                        \
    return file_fails(file, writes) ? -1 : real passed;                   \
  }
ON_FILE(ssize_t, read, 0, (int file, void *to, size_t n), (file, to, n), int, void *, size_t)
ON_FILE(ssize_t, write, 1, (int file, const void *of, size_t n), (file, of, n), int, const void *, size_t)
ON_FILE(ssize_t, pread, 0, (int file, void *to, size_t n, off_t at), (file, to, n, at), int, void *, size_t, off_t)
ON_FILE(ssize_t, pread64, 0, (int file, void *to, size_t n, off64_t at), (file, to, n, at), int, void *, size_t, off64_t)
ON_FILE(ssize_t, pwrite, 1, (int file, const void *of, size_t n, off_t at), (file, of, n, at), int, const void *, size_t, off_t)
ON_FILE(ssize_t, pwrite64, 1, (int file, const void *of, size_t n, off64_t at), (file, of, n, at), int, const void *, size_t, off64_t)
ON_FILE(int, fsync, 1, (int file), (file), int)
ON_FILE(int, fdatasync, 1, (int file), (file), int)
ON_FILE(int, ftruncate, 1, (int file, off_t n), (file, n), int, off_t)
ON_FILE(int, ftruncate64, 1, (int file, off64_t n), (file, n), int, off64_t)
ON_FILE(int, fchmod, 1, (int file, mode_t mode), (file, mode), int, mode_t)

#define ON_PATH(name)                                                     \
  int name(const char *path) {                                            \
    REAL(int, name, const char *);                                        \
    return fails(path, 1) ? -1 : real(path);                              \
  }
ON_PATH(unlink)

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  return fails(to, 1) ? -1 : real(from, to);
}
