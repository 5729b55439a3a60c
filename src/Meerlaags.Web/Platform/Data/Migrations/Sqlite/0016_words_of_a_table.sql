-- Words stand in the index by the table they belong to. All texts are read anew at the next start.
DROP TABLE "search_index";

CREATE VIRTUAL TABLE "search_index" USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'");
