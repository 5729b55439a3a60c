ALTER TABLE access_review_rows ADD COLUMN keeps_going integer NOT NULL DEFAULT 0;
ALTER TABLE access_review_rows ADD COLUMN mediates integer NOT NULL DEFAULT 0;
ALTER TABLE access_review_rows ADD COLUMN leads integer NOT NULL DEFAULT 0;
