/**
 * The page of the PDF after GB/T 9704: margins, line grid, headings, page numbers, cover and contents.
 * Typst source, read by the compiler as /page-layout.typ.
 */
export const PAGE_LAYOUT_TYP = String.raw`
#let serif = "Noto Serif SC"
#let sans = "Noto Sans SC"

// 22 lines of 28 characters in a text block of 156 mm by 225 mm. Type of the full 16 pt would need a
// negative tracking to fit 28, and tracked quotation marks lose their squeezing before a full stop.
#let body-size = 15.79pt
#let line-pitch = 28.95pt
#let margins = (top: 37mm, right: 26mm, bottom: 35mm, left: 28mm)

// Past the mark "until" a page was left empty, so that the next part starts on the right: no number there.
#let page-number(format, until: none) = context if until == none or here().page() <= locate(until).page() {
  let number = counter(page).get().first()
  set text(font: serif, size: 14pt)
  let mark = [— #numbering(format, number) —]
  if calc.odd(number) { align(right, mark + h(1em)) } else { align(left, h(1em) + mark) }
}

#let notice-line(notice) = if notice != none {
  set text(font: sans, size: 9pt, fill: rgb("#8a1c1c"))
  align(center, notice)
}

// A line box of the full pitch keeps every line of body text on the grid.
#let on-grid(body) = {
  let half-gap = (line-pitch - body-size) / 2
  set text(
    font: serif, size: body-size, lang: "zh", region: "cn",
    top-edge: 0.88em + half-gap, bottom-edge: -0.12em - half-gap, overhang: false,
  )
  set par(leading: 0pt, spacing: 0pt, justify: true, first-line-indent: (amount: 2em, all: true))
  body
}

// Long words come in marked pieces (see report-data.ts); a box for each lets the line end between them.
#let text-on-baseline(piece) = text(bottom-edge: "baseline", piece)
#let wrapping(text) = if text.contains("\u{200B}") {
  text.split("\u{200B}").map(piece => if piece.match(regex("^[!-~]+$")) != none { box(text-on-baseline(piece)) } else { piece }).join()
} else { text }

#let heading-look(it) = {
  let (font, weight) = ((sans, 700), (sans, 400), (serif, 700), (serif, 400)).at(it.level - 1)
  let above = if it.level == 1 { line-pitch / 2 } else { 0pt }
  set text(size: body-size, font: font, weight: weight)
  let indent = if it.supplement == [flush] { 0pt } else { 2em }
  block(sticky: true, above: above, below: 0pt, h(indent) + it.body)
}

#let cover(data) = {
  set par(first-line-indent: 0pt, justify: false)
  set align(center)
  v(3.5 * line-pitch)
  set text(size: 22pt, weight: 700, tracking: 0.04em, top-edge: 1.2em, bottom-edge: -0.4em)
  title(text(size: 22pt, weight: 700)[#data.title \ #data.subtitle])
  v(1fr)
  set text(size: body-size, weight: 400)
  if data.department != none { block([项目主管部门：#data.department]) }
  block(data.organization)
  block(data.dateText)
  v(2 * line-pitch)
}

#let contents() = {
  set text(size: 14pt, top-edge: 0.88em + 5pt, bottom-edge: -0.12em - 5pt)
  set par(first-line-indent: 0pt, justify: false)
  block(width: 100%, above: 0pt, below: 10pt, align(center, text(font: sans, size: 22pt, weight: 700)[目　录]))
  set outline.entry(fill: repeat(text(fill: rgb("#595959"))[.], gap: 0.16em))
  show outline.entry.where(level: 1): set text(font: sans, weight: 400)
  show outline.entry: set block(above: 0pt, below: 0pt)
  outline(title: none, depth: 2, indent: 2em)
}
`;
