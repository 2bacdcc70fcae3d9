/** A person's own copy. Typst source, read as /own-data-copy.typ; data comes as JSON. */
export const OWN_DATA_COPY_TYP = String.raw`
#let data = json(bytes(sys.inputs.copy))
#let serif = "Noto Serif SC"
#let sans = "Noto Sans SC"
#set document(title: data.title, author: data.unionName,
  date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set page(paper: "a4", margin: (top: 26mm, bottom: 24mm, left: 24mm, right: 22mm),
  footer: context align(center, text(font: serif, size: 10pt)[第 #counter(page).display() 页 共 #counter(page).final().first() 页]))
#set text(font: serif, size: 12pt, lang: "zh", region: "cn")
#set par(leading: 0.8em, spacing: 0.9em)
#align(center, heading(level: 1, outlined: false, text(font: sans, size: 20pt, weight: 700, data.title)))
#align(center)[#data.name　　#data.unionName　　#data.madeOn]
#v(4mm)
#for part in data.parts {
  heading(level: 2, outlined: false, text(font: sans, size: 14pt, weight: 700, part.title))
  text(size: 10.5pt, fill: rgb("#3c4a5a"), part.purpose)
  table(
    columns: (2fr, 5fr), inset: (x: 6pt, y: 6pt), stroke: 0.5pt + rgb("#9aa5b1"),
    ..part.fields.map(field => (text(font: sans, field.at(0)), field.at(1))).flatten(),
  )
  v(3mm)
}
`;
