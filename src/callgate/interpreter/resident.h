/* How much memory the process has, in bytes; 0 where the host does not say. */
#ifndef CALLGATE_RESIDENT_H
#define CALLGATE_RESIDENT_H
#include <Python.h>
#define cg_derives(t, base) (PyType_IsSubtype((PyTypeObject *)(t), (PyTypeObject *)(base)))
#define cg_basic_size(t) (((PyTypeObject *)(t))->tp_basicsize)
#define cg_is_slice(o) (PySlice_Check((PyObject *)(o)))
#if defined(__linux__)
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
static long long cg_resident(void) {
    char text[128]; long long pages = 0; char *p;
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (fd < 0) return 0;
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    if (n <= 0) return 0;
    text[n] = 0;
    for (p = text; *p && *p != ' '; p++) ;
    pages = atoll(p);
    return pages * sysconf(_SC_PAGESIZE); }
#else
static long long cg_resident(void) { return 0; }
#endif
#endif
