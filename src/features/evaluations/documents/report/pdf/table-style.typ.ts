/**
 * THE LOOK OF TABLES IN THE PDF: type sizes, colours, rules, padding, alignment, repeated heads.
 * Typst source, read by the compiler as /table-style.typ. A string here, because the bundle, the tests
 * and the scripts all load TypeScript, and only some of them could load a .typ file.
 */
export const TABLE_STYLE_TYP = String.raw`
#import "/page-layout.typ": sans, serif, wrapping

// ---- what one usually wants to change -------------------------------------------------------
#let head-fill = rgb("#e8eef5")
#let total-fill = rgb("#f5f7fa")
#let inner-rule = 0.4pt + rgb("#9aa5b1")
#let outer-rule = 0.9pt + rgb("#3c4a5a")
#let caption-size = 12pt
#let unit-size = 10pt
#let note-size = 9pt
#let line-gap = 0.42em

// Many columns take smaller type and less padding, so that names and amounts keep their lines.
#let cell-size(columns) = if columns <= 5 { 10.5pt } else if columns <= 6 { 10pt } else if columns <= 8 { 9pt } else { 8.5pt }
#let cell-inset(columns) = (x: if columns <= 5 { 4pt } else if columns <= 6 { 3pt } else { 2.5pt }, y: 4.2pt)
// ---------------------------------------------------------------------------------------------

// Text in small type with its natural line height, apart from the line grid of the body.
#let small(size, body, font: serif, weight: 400, justify: false, align: auto) = {
  set text(size: size, font: font, weight: weight, top-edge: 0.88em, bottom-edge: -0.12em)
  set par(leading: line-gap, spacing: line-gap, justify: justify, first-line-indent: 0pt)
  body
}

// Which rows open a cell in a merged column: where the group starts, and again at the top of each page.
#let opening-rows(spans, pages) = range(spans.len()).filter(row =>
  spans.at(row) > 0 or (row < pages.len() and pages.at(row) != pages.at(row - 1)))

#let merged-cells(data, pages) = {
  let cells = ()
  for (x, spans) in data.spans.enumerate() {
    let opening = opening-rows(spans, pages)
    for (at, row) in opening.enumerate() {
      let end = opening.at(at + 1, default: spans.len())
      if data.hasTotalRow and row == spans.len() - 1 { continue }
      cells.push(table.cell(x: x, y: row + 1, rowspan: end - row, breakable: true, align: center + horizon,
        wrapping(data.rows.at(row).at(x))))
    }
  }
  cells
}

// The word for the sum stands across the empty columns beside it.
#let total-cells(row, span, y) = (
  table.cell(x: 0, y: y, colspan: span, align: center + horizon, strong(row.first())),
  ..row.slice(span).enumerate().map(((at, value)) => table.cell(x: span + at, y: y, strong(value))),
)

// Thousands of cells pass through here: plain values and no calls in the loop, since the compiler
// keeps (and hashes the data of) every call and every cell with settings of its own.
#let open-cells(data, marker) = {
  let merged = data.spans.len()
  let cells = ()
  for (y, row) in data.rows.enumerate() {
    if data.hasTotalRow and y == data.rows.len() - 1 { cells += total-cells(row, data.totalSpan, y + 1); continue }
    let values = if y in data.wrappingRows { row.map(wrapping) } else { row }.slice(merged)
    if merged > 0 { values.first() = [#metadata(y)#marker#values.first()] }
    // A row higher than a page may break, all others stay whole.
    if y in data.tallRows { values = values.map(value => table.cell(breakable: true, value)) }
    cells += values
  }
  cells
}

#let grid-of(data, pages, marker) = {
  let total-row = if data.hasTotalRow { data.rows.len() } else { -1 }
  let head = data.columns.map(column =>
    table.cell(breakable: false, align: center + horizon, text(font: sans, weight: 700, column.title)))
  set table.cell(breakable: false)
  small(cell-size(data.columns.len()), table(
    columns: data.columns.map(column => column.width * 1fr),
    align: data.columns.map(column => (left: left, center: center, right: right).at(column.align) + horizon),
    inset: cell-inset(data.columns.len()),
    stroke: (x, y) => (
      left: if x > 0 { inner-rule },
      top: if y == 0 { outer-rule } else { inner-rule },
      bottom: outer-rule,
    ),
    fill: (x, y) => if y == 0 { head-fill } else if y == total-row { total-fill },
    table.header(repeat: true, ..head),
    ..merged-cells(data, pages),
    ..open-cells(data, marker),
  ))
}

#let report-table(data, index) = {
  let marker = label("rows-of-table-" + str(index))
  let body = if data.spans.len() == 0 { grid-of(data, (), none) } else {
    context grid-of(data, query(marker).map(found => found.location().page()), marker)
  }
  show figure.caption: it => block(sticky: true, width: 100%, above: 0pt, below: 0pt, inset: (bottom: 5pt),
    small(caption-size, align(center, it.body), font: sans, weight: 700))
  show figure: set block(breakable: true, above: 12pt, below: 12pt)
  set figure.caption(position: top)
  set figure(gap: 0pt)
  figure(kind: table, supplement: none, numbering: none, outlined: false, caption: data.caption, {
    if data.unit != none {
      block(sticky: true, width: 100%, above: 0pt, below: 0pt, inset: (bottom: 4pt), small(unit-size, align(right, data.unit)))
    }
    block(above: 0pt, below: 0pt, body)
    if data.note != none {
      block(width: 100%, above: 0pt, below: 0pt, inset: (top: 4pt), small(note-size, align(left, wrapping(data.note)), justify: true))
    }
  })
}
`;
