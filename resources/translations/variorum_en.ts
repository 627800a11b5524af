<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>ChangeModel</name>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Describer</name>
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
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
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
</context>
<context>
    <name>SpokenChanges</name>
    <message numerus="yes">
        <source>%Ln more edits</source>
        <translation>
            <numerusform>%Ln more edit</numerusform>
            <numerusform>%Ln more edits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
</TS>
