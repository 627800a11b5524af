<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what became of a text: two versions side by side, sentence by sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AligningBar</name>
    <message>
        <source>&amp;Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They belong together (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They do not belong together, whatever they say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide nothing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align “{words}” with “{others}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align “{words}” with what? Go to a sentence of the left text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align “{words}” with what? Go to a sentence of the right text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Place in both texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarriedAlong</name>
    <message numerus="yes">
        <source>%Ln notes have no place any more</source>
        <translation type="unfinished">
            <numerusform>%Ln note has no place any more</numerusform>
            <numerusform>%Ln notes have no place any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins have no place any more</source>
        <translation type="unfinished">
            <numerusform>%Ln pin has no place any more</numerusform>
            <numerusform>%Ln pins have no place any more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes are on passages now: no change is there</source>
        <translation type="unfinished">
            <numerusform>%Ln note is on a passage now: no change is there</numerusform>
            <numerusform>%Ln notes are on passages now: no change is there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reviewed marks were taken off</source>
        <translation type="unfinished">
            <numerusform>%Ln reviewed mark was taken off</numerusform>
            <numerusform>%Ln reviewed marks were taken off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeList</name>
    <message>
        <source>Hide the list of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes to list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which order to list them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least alike first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only changes in which all these words stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only changes that have this verdict, or are not reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change with these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change of which this was said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts are empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two texts say the same, word for word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeModel</name>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangedFiles</name>
    <message>
        <source>“{name}” has changed since this session was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{first}” and “{second}” have changed since this session was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see the texts as they were. Compared anew, each note goes where its words went; those whose words are gone are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare Anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep These Texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareTable</name>
    <message>
        <source>Back to the &amp;Usual Ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat as equal what Variorum treats as equal unless told otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;hresholds…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which likeness on a sentence is edited, reworded, or another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Treat as Equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Align by Hand…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what belongs to the sentence you are in, or to what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sentences you are in, and what faces them, do not belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next passage that was aligned or kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what you decided about the sentence you are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove A&amp;ll Pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back all that was aligned or kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line Breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line break where the other text has a space is no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Spaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More or fewer spaces and tabs are no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hyphens at Line Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word that is broken at the end of a line is the whole word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same Letters in &amp;Other Code Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composed letters, ligatures and full-width forms are the plain letters, and those of old keyboards in Persian, Urdu or Romanian are today&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Invisible Characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soft hyphens, zero-width, no-break and thin spaces are no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Formatting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other emphasis, and another style of a paragraph, are no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Capital Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capital letters are the same as small ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other, more or fewer punctuation marks are no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style of &amp;Quotation Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight, curly and angled quotation marks and apostrophes are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of Dash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hyphens, short and long dashes are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Grouping of Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,000 and 1 000 and 1000 are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters with accents are the same as those without</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonMatter</name>
    <message>
        <source> compared with </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On words that are gone: “{words}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Copy C&amp;ounterpart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note on This Passage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Describer</name>
    <message>
        <source>{size}, {encoding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraphs</source>
        <translation>
            <numerusform>%Ln paragraph</numerusform>
            <numerusform>%Ln paragraphs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentences</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message>
        <source>last changed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln comments</source>
        <translation>
            <numerusform>%Ln comment</numerusform>
            <numerusform>%Ln comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletions</source>
        <translation>
            <numerusform>%Ln deletion</numerusform>
            <numerusform>%Ln deletions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln insertions</source>
        <translation>
            <numerusform>%Ln insertion</numerusform>
            <numerusform>%Ln insertions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heads and feet of pages</source>
        <translation>
            <numerusform>%Ln head or foot of a page</numerusform>
            <numerusform>%Ln heads and feet of pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln menus and lists</source>
        <translation>
            <numerusform>%Ln menu or list</numerusform>
            <numerusform>%Ln menus and lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scripts and styles</source>
        <translation>
            <numerusform>%Ln script or style</numerusform>
            <numerusform>%Ln scripts and styles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formulas</source>
        <translation>
            <numerusform>%Ln formula</numerusform>
            <numerusform>%Ln formulas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden passages</source>
        <translation>
            <numerusform>%Ln hidden passage</numerusform>
            <numerusform>%Ln hidden passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln facts about the text</source>
        <translation>
            <numerusform>%Ln fact about the text</numerusform>
            <numerusform>%Ln facts about the text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln time codes</source>
        <translation>
            <numerusform>%Ln time code</numerusform>
            <numerusform>%Ln time codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged parts</source>
        <translation>
            <numerusform>%Ln damaged part</numerusform>
            <numerusform>%Ln damaged parts</numerusform>
        </translation>
    </message>
    <message>
        <source>The texts are in {left} and {right}: sentences match by names, figures and length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins</source>
        <translation type="unfinished">
            <numerusform>%Ln pin</numerusform>
            <numerusform>%Ln pins</numerusform>
        </translation>
    </message>
    <message>
        <source>Edited from {share} on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken apart below {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated as equal: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told apart: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} – {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} – {right} – Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left text: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right text: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln moves</source>
        <translation>
            <numerusform>%Ln move</numerusform>
            <numerusform>%Ln moves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln splits of sentences</source>
        <translation>
            <numerusform>%Ln split of a sentence</numerusform>
            <numerusform>%Ln splits of sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mergers of sentences</source>
        <translation>
            <numerusform>%Ln merger of sentences</numerusform>
            <numerusform>%Ln mergers of sentences</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message>
        <source>plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtitles (SRT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subtitles (WebVTT)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Unsaved Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum found notes that were not saved when it ended the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} – {right}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln pins</source>
        <translation type="unfinished">
            <numerusform>%Ln pin</numerusform>
            <numerusform>%Ln pins</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}
{notes}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes and verdicts</source>
        <translation>
            <numerusform>%Ln note or verdict</numerusform>
            <numerusform>%Ln notes and verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Compare these two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as the left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open as the right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only two files can be compared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>no file yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly the earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly the later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a file here, or choose one…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileAsker</name>
    <message>
        <source>Open the Left Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Right Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Annotated HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web pages (*.html *.htm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Version of the Left Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Version of the Right Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions and saved pages (*.variorum *.html *.htm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions (*.variorum)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileBar</name>
    <message>
        <source>&amp;Read Anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes, verdicts and your place go along (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what was read (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you see is what was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has changed since it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} have changed since they were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} are no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second} cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” (left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” (right)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Sto&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell A from a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole Wor&amp;ds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wor&amp;ds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find nothing that is only a part of a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular E&amp;xpression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rege&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is typed is a pattern, such as gr[ae]y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which text to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: {problem}, at character {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the expression takes too long in paragraph {n} on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: the expression takes too long in paragraph {n} on the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search failed: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of more than {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}, round again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormatWords</name>
    <message>
        <source>{now} instead of {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer {look}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now {look}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>italic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>underlined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>struck through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subscript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two looks of words</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>body text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>caption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>footnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heading {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{style} of level {level}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FromClipboard</name>
    <message>
        <source>Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only two files can be compared, and more were copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the other text now, and compare the clipboard again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Connections between the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to share out the width. Double-click for equal halves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is not saved as it is now. Your notes are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as it is now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your pins are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save them in a session, to go on with them later?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Likeness</name>
    <message>
        <source>How many pairs kept how much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no word kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all words kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looks</name>
    <message>
        <source>Text size {size}%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Reload begins again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the end. Reload compares the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>What the Marks Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a narrow road</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wide street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>said the baker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that only the left text has, in a sentence that both have. A broken line runs under them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that only the right text has, in such a sentence. A whole line runs under them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that stand at another place of the same sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the North</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of both texts that look otherwise, or paragraphs of another style; a broken line runs under them. Only where Compare &gt; Treat as Equal &gt; Formatting is off. The mouse at rest says what they became.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger: the letters that changed inside a word, or the words that changed where others only went elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: the right text has nothing like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: the left text has nothing like it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gap, opposite to what is missing or new; it says how many words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: both ends bear the same number, and the arrow says whether the other end is above or below. Go &gt; Other End of Move takes you there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reworded: the same matter in other words. The stronger the line at the edge, the less of the wording was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One. And two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bracket: one sentence became several, or several became one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the texts: one paragraph became two. So with other numbers. Nothing is said where the paragraphs stayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current change; it is framed in the texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlined: what Find has found; the current one is stronger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your verdict on a change, or a note; a broken line runs under a passage that has a note. A pale ✓: reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pin: you aligned this passage by hand. Crossed out: you keep it apart from another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyed: the comparison has not come so far.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesDock</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passage on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject}, {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have looked at this change and are done (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give It to the Current Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give It to the Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes and verdicts</source>
        <translation>
            <numerusform>%Ln note or verdict</numerusform>
            <numerusform>%Ln notes and verdicts</numerusform>
        </translation>
    </message>
    <message>
        <source>Your summary of the whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note whose words are gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole of both texts. Click or drag to go there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PairDialog</name>
    <message>
        <source>Open Two Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly the earlier version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right text:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mostly the later version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can also drop one file or both here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the left file, or both at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right file, or both at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one file, or both</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>Aligned by hand. The context menu takes the pin away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart by hand. The context menu takes the pin away.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message numerus="yes">
        <source>%Ln words not in the right text</source>
        <translation>
            <numerusform>%Ln word not in the right text</numerusform>
            <numerusform>%Ln words not in the right text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words not in the left text</source>
        <translation>
            <numerusform>%Ln word not in the left text</numerusform>
            <numerusform>%Ln words not in the left text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words not compared yet</source>
        <translation>
            <numerusform>%Ln word not compared yet</numerusform>
            <numerusform>%Ln words not compared yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words moved to paragraph %1</source>
        <translation>
            <numerusform>%Ln word moved to paragraph %1</numerusform>
            <numerusform>%Ln words moved to paragraph %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words moved from paragraph %1</source>
        <translation>
            <numerusform>%Ln word moved from paragraph %1</numerusform>
            <numerusform>%Ln words moved from paragraph %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words moved elsewhere</source>
        <translation>
            <numerusform>%Ln word moved elsewhere</numerusform>
            <numerusform>%Ln words moved elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words moved from elsewhere</source>
        <translation>
            <numerusform>%Ln word moved from elsewhere</numerusform>
            <numerusform>%Ln words moved from elsewhere</numerusform>
        </translation>
    </message>
    <message>
        <source>One paragraph became {right}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} paragraphs became one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} paragraphs became {right}, with their borders in other places.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;andscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper &amp;size:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Top:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bottom:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom margin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParagraphDialog</name>
    <message>
        <source>Go to Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paragraph:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParagraphSetter</name>
    <message>
        <source>words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the words here changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[move {number} {arrow}]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation type="unfinished">
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message>
        <source>{words} not in the left text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} not in the right text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}: move {number} {arrow}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the password of “{name}”. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Peek</name>
    <message>
        <source>&amp;Go There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to this passage (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the left text, paragraph {paragraph}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the right text, paragraph {paragraph}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left text, paragraph {paragraph}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right text, paragraph {paragraph}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pinning</name>
    <message>
        <source>Aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Align These</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This belongs to nothing on the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin {number} of {count}: aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin {number} of {count}: kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Align With This</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep Apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a sentence first, or select some</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;aper…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the PDF file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemTeller</name>
    <message>
        <source>“{name}” cannot be read: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be written: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” takes no pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was printed. See whether it is connected, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was aligned by hand contradicts itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sentence is aligned with two others, or aligned with one that it is to be kept apart from. What was open before is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum has made a mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are as they were. Please send the details to its developers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingMenus</name>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tracked Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Another &amp;Version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file this text became; the notes go along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by &amp;Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic ({found})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Central European</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western, MS-DOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unicode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Western, Macintosh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baltic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{script} ({encoding})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty Lines Between Them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One a Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lines Broken at a Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rejected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentSessions</name>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDesk</name>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your notes are not safe from a crash: {reason}. Save the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number}: {verdict}, not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number}: {verdict}, reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number}: {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes are reviewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words first that the note is about.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewSigns</name>
    <message>
        <source>has a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedElsewhere</name>
    <message>
        <source>“{name}” has been saved elsewhere since it was opened here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you replace it, what was said there since then is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace It</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>{page} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpokenChanges</name>
    <message>
        <source>change {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept apart by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, edit {number} of {count} in change {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {number} of the left text: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {number} of the right text: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing from the right text: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new in the right text: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reworded: {edits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved from paragraph {left} to paragraph {right}: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more edits</source>
        <translation>
            <numerusform>%Ln more edit</numerusform>
            <numerusform>%Ln more edits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more changes of looks</source>
        <translation>
            <numerusform>%Ln more change of looks</numerusform>
            <numerusform>%Ln more changes of looks</numerusform>
        </translation>
    </message>
    <message>
        <source>{look}: ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved ‘{words}’ within the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>white space changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed ‘{words}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced ‘{left}’ by ‘{right}’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {left} on the left, {right} on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paragraph {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Open the &amp;Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article and its reworded copy show what Variorum can point out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What became of a text?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See two versions side by side, sentence by sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut short, to bound the work: {limits}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary: {figures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formatted {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding what stayed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligning sentences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for moved text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List what is {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type&amp;face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Len&amp;gth of Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;cent Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le&amp;ft Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ight Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open Two Files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two files and compare them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Left…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the left text, mostly the earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Ri&amp;ght…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the right text, mostly the later one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare Clip&amp;board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the text on the clipboard for the side without one, or the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read both files again and compare them anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open S&amp;ession…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the notes of a session, or of a saved page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the notes, together with both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the notes, together with both texts, in another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save Annotated HTML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the comparison as one page for any browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the comparison as a PDF file with page numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the pages as they will be printed, and print them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step with notes, verdicts or pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole text of the pane in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find words in the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next place where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous place where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap Sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the left text on the right and the right one on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the text larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the text smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text in its usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change &amp;List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;Sentence a Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a line with each sentence, and level sentence with sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt Cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a cursor in the texts, which the arrow keys move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the strip with the whole of both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Missing Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List what the right text leaves out, the longest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on the &amp;Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark ink on light paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light ink on dark paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red and &amp;Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red for the left text, green for the right one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Orange and Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours that all eyes tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Strong Red and Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual colours with more contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the texts as books are set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ans Serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the texts in plain letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose any typeface for the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break lines after some 55 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break lines after some 75 letters, as books do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break lines after some 100 letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &amp;Far as They Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let lines run from side to side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Word Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next changed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous Wor&amp;d Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the previous changed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Current Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the current change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;End of Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to where the moved text went, or came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pee&amp;k at Other End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the moved text went or came from, or what a gap lacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to where the last jump began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fo&amp;rward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward again to where Back came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Paragraph…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a paragraph by its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other Pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the keys to the other pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the current change this verdict, or take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the current change as looked at, or take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed, and Ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the current change as looked at and go to the next that is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;Unreviewed Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next change that was not looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on the current change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on &amp;Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on what is selected in the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes Without a P&amp;lace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the notes whose words are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the notes beside the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of &amp;Verdicts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the verdicts names of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article and its reworded copy, to try things out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What the Marks Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain the colours and signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Variorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThresholdsDialog</name>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken apart below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the pairs are called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sentences that belong together are edited if enough of the words was kept, else reworded. Those that kept hardly any can be taken apart into missing and new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edited from:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Taken apart below:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual Ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited from 60% on, and no pair taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that differ: {edited} edited, {reworded} reworded, {apart} taken apart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TypefaceDialog</name>
    <message>
        <source>Typeface of the Texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>She counted the bridges aloud, all eleven of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it looks like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use It</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictNames</name>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictNamesDialog</name>
    <message>
        <source>Names of Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty name stands for the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {verdict}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Frame</name>
    <message>
        <source>Scroll the notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Share</name>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
