"""Makes the workbooks beside it. Run by hand when a case is added: pip install openpyxl; python3 make.py

隐患台账.xlsx and 1904.xlsx are written by openpyxl; the others are put together by hand as other writers do it.
"""

import datetime
import pathlib
import zipfile

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

HERE = pathlib.Path(__file__).parent
MADE = datetime.datetime(2025, 7, 1)


def ledger():
    """A ledger as people keep it: titles, a header of two rows, merged cells, totals, hidden rows, every form of value."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "隐患2025上半年"
    sheet.append(["洋口镇隐患排查治理台账"])
    sheet.merge_cells("A1:G1")
    sheet.append(["填报单位：洋口镇", None, None, None, "日期：2025年7月1日"])
    sheet.append(["编号", "企业", "隐患描述", "整改", None, "级别", "整改率"])
    sheet.append([None, None, None, "期限", "状态", None, None])
    for area in ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4"]:
        sheet.merge_cells(area)
    rows = [
        ["YH-1", "91110000600037341L", "通道堵塞", datetime.date(2024, 5, 6), "未整改", "一般", 0.95],
        ["YH-2", None, "线路老化", "2024.5.6", "未整改", "一般", "９５％"],
        ["YH-3", None, "灭火器过期", 45418, "整改完成", "重大", "百分之九十五"],
        ["YH-4", "91110000600037001F", "6月底前改", "6月底前", "未整改", "一般", None],
        [1001, "91110000600037001F", "编号是数", datetime.datetime(2024, 5, 7, 8, 30), None, "一般", 1],
        [123456789012345678, "91110000600037001F", "编号太长", "2024年5月8日", None, "一般", None],
        ["YH-7", "91110000600037001F", CellRichText("看", TextBlock(InlineFont(b=True), "门"), "人"), "长期", None, "一般", None],
        ["YH-8", "#N/A", "企业出错", None, True, "一般", None],
        ["合计", None, "8条", None, None, None, None],
        ["填表人：张三", None, None, None, "审核人：李四", None, None],
    ]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B5:B7")
    for row in range(5, 13):
        sheet.cell(row, 7).number_format = "0%" if row == 9 else "0.0%"
        if isinstance(sheet.cell(row, 4).value, datetime.date):
            sheet.cell(row, 4).number_format = 'yyyy"年"m"月"d"日"'
    sheet["A1"].font = Font(name="宋体", bold=True)
    sheet.row_dimensions[6].hidden = True
    sheet.row_dimensions[8].hidden = True
    sheet.auto_filter.ref = "A4:G12"
    notes = book.create_sheet("填表说明")
    notes.append(["本表由各村每月填报"])
    secret = book.create_sheet("参数")
    secret.append(["级别", "一般"])
    secret.sheet_state = "hidden"
    book.save(HERE / "隐患台账.xlsx")


def macintosh():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = MADE
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "人员"
    sheet.append(["编号", "日期", "时刻"])
    sheet.append(["P1", datetime.date(2024, 5, 6), datetime.time(8, 30)])
    sheet.append(["P2", datetime.datetime(1904, 1, 2), "=1+1"])
    book.save(HERE / "1904.xlsx")


CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"""
ROOT = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{book}"/></Relationships>"""
BOOK = """<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wpsx="http://www.wps.cn/officeDocument/2013/x"><fileVersion appName="xl"/><workbookPr/><sheets>{sheets}</sheets></workbook>"""


def put(name, parts):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (2025, 7, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)


def wps():
    """No dimension, no addresses, texts in the cells, absolute paths, name spaces of its own, a sound over a text."""
    relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/>
<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/SharedStrings.xml"/>
<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="/xl/styles.xml"/>
<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="/xl/chartsheets/sheet1.xml"/></Relationships>"""
    put("wps.xlsx", {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT.format(book="/xl/workbook.xml"),
        "xl/workbook.xml": BOOK.format(sheets='<sheet name="图" sheetId="2" r:id="rId9"/><sheet name="人员" sheetId="1" r:id="rId1" wpsx:tab="1"/>'),
        "xl/_rels/workbook.xml.rels": relations,
        "xl/sharedStrings.xml": '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="2"><si><t>东京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><r><rPr><b/></rPr><t xml:space="preserve"> 张</t></r><r><t>三_x000D_&#10;&lt;甲&gt;</t></r></si></sst>',
        "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><sheetData><row><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><r><t>姓</t></r><r><t>名</t></r></is></c><c t="str"><f>"入职"</f><v>入职</v></c></row><row etc:x="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c s="1"><v>45418.0</v></c><etc:c><etc:v>9</etc:v></etc:c></row><row><c><v>1.0000000000000001E-1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2024-05-06T00:00:00</v></c></row></sheetData><extLst><ext><etc:row r="1"><etc:c r="A1"><etc:v>7</etc:v></etc:c></etc:row></ext></extLst></worksheet>',
    })


def prefixed():
    """Every element with a prefix, paths from the folder of the part that refers, with the other slash."""
    x = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    put("prefixed.xlsx", {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT.format(book="xl/workbook.xml"),
        "xl\\workbook.xml": f'<x:workbook {x} xmlns:r="urn:r"><x:sheets><x:sheet name="人员" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="urn:x"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="..\\xl\\worksheets\\s.xml"/></Relationships>',
        "xl/worksheets/s.xml": f'<?xml version="1.0"?><x:worksheet {x}><x:sheetData><x:row r="2" hidden="true"><x:c r="B2" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    })


ledger()
macintosh()
wps()
prefixed()
