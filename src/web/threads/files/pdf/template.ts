/**
 * The page, its letters and each kind of element, for Typst. It is ours from the first to the last letter: what people
 * wrote comes in as data, and data is never read as commands.
 */
export const TEMPLATE = `
#let book = json("book.json")
#let began = book.began.split("-").map(int)

#set document(
  title: book.title,
  author: (),
  description: book.forum,
  date: datetime(year: began.at(0), month: began.at(1), day: began.at(2)),
)
#set page(
  paper: "a4",
  margin: (x: 30mm, top: 26mm, bottom: 28mm),
  header: if book.reserved == none { none } else {
    align(center, text(size: 8.5pt, weight: "bold", fill: luma(30%), book.reserved))
  },
  footer: context {
    set text(size: 8.5pt, fill: luma(35%))
    grid(
      columns: (1fr, auto),
      column-gutter: 1em,
      book.forum + ", " + book.title,
      book.words.page + " " + str(counter(page).get().first()) + " / " + str(counter(page).final().first()),
    )
  },
)
#set text(
  font: ("Palabre Text", "Palabre Signs"),
  fallback: false,
  lang: book.language,
  size: 11pt,
  hyphenate: true,
  overhang: true,
)
#set par(justify: true, leading: 0.62em, spacing: 0.85em)
#set list(indent: 0.4em, marker: ([•], [–]))
#set enum(indent: 0.4em)
#set table(stroke: 0.5pt + luma(70%), inset: (x: 0.6em, y: 0.4em), align: start)
#set footnote.entry(separator: line(length: 25%, stroke: 0.4pt + luma(50%)))
#set heading(numbering: none)
#set super(typographic: false, baseline: -0.35em, size: 0.7em)
#show list: set block(spacing: 0.95em)
#show enum: set block(spacing: 0.95em)
#show footnote.entry: set text(size: 9pt)
#show raw: set text(font: ("Palabre Code", "Palabre Text", "Palabre Signs"), size: 8.5pt)
#show raw.where(block: true): body => block(width: 100%, inset: 0.7em, stroke: 0.5pt + luma(75%), body)
#show link: set text(fill: rgb("#245a37"))
#show quote.where(block: true): body => {
  set text(fill: luma(25%))
  pad(left: 0.2em, block(inset: (left: 1em), stroke: (left: 1.5pt + luma(70%)), body.body))
}
#show title: set text(size: 22pt, hyphenate: false)
#show title: set par(justify: false, leading: 0.45em)
#show title: set block(below: 0.7em)
#show heading.where(level: 1): set text(size: 11.5pt)
#show heading.where(level: 1): set block(above: 0em, below: 0.35em)
#show heading.where(level: 2): set text(size: 11.5pt)
#show heading.where(level: 2): set block(above: 1.3em, below: 0.8em)

#let small(body) = text(size: 9pt, fill: luma(35%), hyphenate: false, body)

#let draw(node) = {
  if type(node) == str { return text(node) }
  let body = [#node.c.map(draw).join()]
  let kind = node.t
  if kind == "p" { par(body) }
  else if kind == "a" {
    if "post" in node { link(label("post-" + str(node.post)), body) } else { link(node.to, body) }
  }
  else if kind in ("b", "strong") { strong(body) }
  else if kind in ("i", "em") { emph(body) }
  else if kind == "br" { linebreak() }
  else if kind == "del" { strike(body) }
  else if kind in ("ins", "u") { underline(body) }
  else if kind == "sub" { sub(body) }
  else if kind == "sup" { super(body) }
  else if kind == "q" { "\\u{ab}\\u{a0}" + body + "\\u{a0}\\u{bb}" }
  else if kind == "code" { raw(node.c.join()) }
  else if kind == "pre" { raw(node.c.join(), block: true) }
  else if kind == "note" { [#footnote(body)#label("note-" + node.note)] }
  else if kind == "again" { footnote(label("note-" + node.note)) }
  else if kind == "quote" { quote(block: true, body) }
  else if kind == "footer" { block(above: 0.5em, small(body)) }
  else if kind == "poem" { pad(left: 1.6em, block(body)) }
  else if kind == "div" { body; linebreak() }
  else if kind == "ul" { list(..node.c.map(draw)) }
  else if kind == "ol" { enum(start: node.wide, ..node.c.map(draw)) }
  else if kind == "h3" { heading(level: 2, bookmarked: false, outlined: false, body) }
  else if kind == "hr" { line(length: 100%, stroke: 0.5pt + luma(60%)) }
  else if kind == "cell" {
    table.cell(x: node.at.at(0), y: node.at.at(1), colspan: node.wide, rowspan: node.tall, body)
  }
  else if kind == "table" {
    let cells(head) = node.c.filter(cell => cell.head == head).map(draw)
    set par(justify: false)
    block(table(
      columns: node.wide,
      ..if cells(true).len() == 0 { () } else { (table.header(..cells(true)),) },
      ..cells(false),
    ))
  }
  else { body }
}

#if book.title != "" { title() }
#small(book.facts.join("  ·  ")) \\
#small(link(book.address))

#for post in book.posts [
  #block(above: 2em, below: 0.9em, sticky: true, line(length: 100%, stroke: 0.5pt + luma(70%)))
  #block(sticky: true, below: 0.9em)[
    #heading(level: 1)[#post.name #h(1fr) #text(weight: "regular", fill: luma(35%), post.label)]
    #label("post-" + str(post.number))
    #small({
      post.line
      if post.answers != none { "  ·  "; draw(post.answers) }
    })
  ]
  #if post.gone != none { emph(post.gone) } else { post.text.map(draw).join() }
]
`;
