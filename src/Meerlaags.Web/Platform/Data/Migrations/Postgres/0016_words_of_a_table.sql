-- Words stand in the index by the table they belong to. All texts are read anew at the next start.
TRUNCATE search_index;
