/* Refuses what goes to a stick: after so many calls, every write, fsync, rename, mkdir below a folder fails.
 *
 * Loaded by LD_PRELOAD. FAULT_ROOT is the folder, FAULT_AFTER how many calls still go well, FAULT_ERRNO the error.
 * FAULT_ONCE=1 refuses only one call. Reads are let pass: what is on the stick can still be looked at.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long left = -1;

static int is_there(const char *path) {
  const char *root = getenv("FAULT_ROOT");
  return root && path && strncmp(path, root, strlen(root)) == 0;
}

static int is_there_fd(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n < 0) return 0;
  path[n] = 0;
  return is_there(path);
}

static int refuse(void) {
  if (left == -1) left = atol(getenv("FAULT_AFTER") ? getenv("FAULT_AFTER") : "0");
  if (left > 0) { left--; return 0; }
  if (left == -2) return 0;
  if (getenv("FAULT_ONCE")) left = -2;
  errno = atoi(getenv("FAULT_ERRNO") ? getenv("FAULT_ERRNO") : "5");
  return 1;
}

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *b, size_t n) { REAL(write); if (fd > 2 && is_there_fd(fd) && refuse()) return -1; return real(fd, b, n); }
int fsync(int fd) { REAL(fsync); if (is_there_fd(fd) && refuse()) return -1; return real(fd); }
int rename(const char *a, const char *b) { REAL(rename); if (is_there(b) && refuse()) return -1; return real(a, b); }
int mkdir(const char *p, mode_t m) { REAL(mkdir); if (is_there(p) && refuse()) return -1; return real(p, m); }
