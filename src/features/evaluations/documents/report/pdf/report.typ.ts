/**
 * The report as a whole. Its data comes as JSON in an input, never as source text: what users wrote is
 * printed letter by letter, whatever marks it contains. Typst source, read as /report.typ.
 */
export const REPORT_TYP = String.raw`
#import "/page-layout.typ": *
#import "/table-style.typ": report-table, small

#let data = json(bytes(sys.inputs.report))

#set document(
  title: data.title + data.subtitle,
  author: data.organization,
  date: if data.date == none { none } else { datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)) },
)
#set page(
  paper: "a4", margin: margins, header: notice-line(data.notice), header-ascent: 9mm,
  footer: none, footer-descent: 7mm,
)
#show: on-grid
#show heading: heading-look

#cover(data)
#pagebreak()

#set page(footer: page-number("I", until: <contents-end>), numbering: "I")
#counter(page).update(1)
#contents()
#[#metadata(none) <contents-end>]
#pagebreak(to: "odd")

#set page(footer: page-number("1"), numbering: "1")
#counter(page).update(1)

#let paragraph(block) = par(if block.lead != "" { strong(block.lead) } + wrapping(block.text))

#let report-chart(block) = {
  show figure: set std.block(breakable: false, above: 12pt, below: 12pt)
  show figure.caption: it => small(12pt, align(center, it.body), font: sans, weight: 700)
  figure(
    kind: image, supplement: none, numbering: none, outlined: false, gap: 6pt, alt: block.alternative,
    caption: block.caption, image(bytes(block.svg), format: "svg", width: 100%, alt: block.alternative),
  )
}

#for (index, block) in data.blocks.enumerate() {
  if block.kind == "heading" {
    if block.startsPage { pagebreak(weak: true) }
    // The mark of an annex stands at the margin.
    heading(level: block.level, supplement: if block.startsPage [flush] else { none }, block.text)
  } else if block.kind == "paragraph" { paragraph(block) }
  else if block.kind == "list" { for item in block.items { par(wrapping(item)) } }
  else if block.kind == "table" { report-table(block, index) }
  else if block.kind == "chart" { report-chart(block) }
}

#context [#metadata(query(heading).map(found => counter(page).at(found.location()).first())) <heading-pages>]
`;
