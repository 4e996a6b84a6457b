// libxlsxwriter for Swift. Nothing links it: it would bring libcrypto into every start. The functions are looked up when the first
// workbook is written; their types are those of the header.
#include <dlfcn.h>
#include <stdbool.h>
#include <xlsxwriter.h>

#define CXW_FUNCTIONS(X)                                                                           \
  X(workbook_new_opt) X(workbook_add_worksheet) X(workbook_add_format) X(workbook_close)           \
  X(workbook_set_properties) X(worksheet_write_string) X(worksheet_write_number)                   \
  X(worksheet_write_boolean) X(worksheet_write_comment) X(worksheet_data_validation_range)         \
  X(worksheet_set_column) X(worksheet_freeze_panes) X(worksheet_autofilter)                        \
  X(worksheet_repeat_rows) X(worksheet_set_landscape) X(worksheet_set_paper)                       \
  X(worksheet_fit_to_pages) X(format_set_font_name) X(format_set_font_size) X(format_set_bold)     \
  X(format_set_num_format) X(format_set_text_wrap) X(format_set_align) X(format_set_border)        \
  X(format_set_bg_color) X(lxw_strerror)

#define CXW_FIELD(name) __typeof__(&name) name;
/// The functions of the library.
typedef struct {
  CXW_FUNCTIONS(CXW_FIELD)
} cxw_functions;
#undef CXW_FIELD

/// Finds the functions; false if the library is not installed or has not all of them.
static inline bool cxw_load(cxw_functions *functions) {
  void *library = dlopen("libxlsxwriter.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libxlsxwriter.so", RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
#define CXW_FIND(name)                                                                             \
  functions->name = (__typeof__(&name))dlsym(library, #name);                                      \
  if (!functions->name) return false;
  CXW_FUNCTIONS(CXW_FIND)
#undef CXW_FIND
  return true;
}
