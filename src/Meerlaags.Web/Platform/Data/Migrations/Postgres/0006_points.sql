-- What people find of points: the same or not, by whom; names for points that are the same.
ALTER TABLE same_points ADD COLUMN finding character varying(40) NOT NULL DEFAULT 'Same';
ALTER TABLE same_points ALTER COLUMN finding DROP DEFAULT;
ALTER TABLE same_points ADD COLUMN party uuid;

ALTER TABLE framing_rounds ADD COLUMN point_names text NOT NULL DEFAULT '[]';
