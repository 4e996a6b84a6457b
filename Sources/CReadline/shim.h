// GNU readline for Swift, which takes neither its globals nor its macros: a function for each that is set.
#include <stdio.h> // readline.h needs FILE and does not include it
#include <stdlib.h>
#include <readline/history.h>
#include <readline/readline.h>

static inline void crl_set_name(const char *name) { rl_readline_name = name; }

static inline void crl_leave_signals_alone(void) {
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
}

static inline char *crl_line(void) { return rl_line_buffer; }
static inline int crl_point(void) { return rl_point; }
static inline void crl_go_to_end(void) { rl_point = rl_end; }
static inline FILE *crl_output(void) { return rl_outstream ? rl_outstream : stdout; }
static inline void crl_write(const char *text) {
  fputs(text, crl_output());
  fflush(crl_output());
}

/// Takes the terminal again after the process was stopped and goes on.
static inline void crl_take_terminal(void) {
  rl_deprep_terminal();
  rl_prep_terminal(1);
  rl_on_new_line();
  rl_redisplay();
}

static inline void crl_set_point(int point) { rl_point = point; }
