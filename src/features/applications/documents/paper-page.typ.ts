/**
 * The page of every paper of a case: faces, the line at the foot that tells who printed it, and the same
 * words across the page. Typst source, read as /paper-page.typ.
 */
export const PAPER_PAGE_TYP = String.raw`
#let serif = "Noto Serif SC"
#let sans = "Noto Sans SC"
#let rule = 0.6pt + rgb("#3c4a5a")
#let label-fill = rgb("#f3f5f8")

#let watermark(words) = place(center + horizon, rotate(-40deg, box(width: 260mm, align(center, text(font: sans, size: 24pt, fill: rgb("#f1f3f5"), words)))))

// words: who printed it and when.
#let paper(words, title, date, body, flipped: false, size: 10.5pt, margin: (top: 14mm, bottom: 15mm, left: 18mm, right: 16mm)) = {
  set document(title: title, date: datetime(year: date.at(0), month: date.at(1), day: date.at(2)))
  set page(paper: "a4", flipped: flipped, margin: margin, background: watermark(words), footer-descent: 3mm,
    footer: context {
      set text(font: serif, size: 8pt, fill: rgb("#5b6673"))
      grid(columns: (1fr, auto), words + "，含个人信息，请妥善保管", [第 #counter(page).display() 页 共 #counter(page).final().first() 页])
    })
  set text(font: serif, size: size, lang: "zh", region: "cn")
  body
}

// Cuts a text until it fits, rather than push what follows off the page; what was cut is told.
#let fitting(width, height, body, sizes) = {
  let set-at(size, words) = block(width: width, {
    set par(leading: 0.5em, spacing: 0.6em, justify: true)
    text(size: size, words)
  })
  for size in sizes {
    if measure(set-at(size, body)).height <= height { return set-at(size, body) }
  }
  let signs = body.clusters()
  let count = signs.len()
  while count > 20 {
    count = int(count * 0.9)
    let cut = set-at(sizes.last(), signs.slice(0, count).join() + "……（全文见系统）")
    if measure(cut).height <= height { return cut }
  }
}
#let fit(height, body, sizes: (10pt, 9pt, 8pt, 7.5pt, 7pt)) = layout(area => fitting(area.width, height, body, sizes))
`;
