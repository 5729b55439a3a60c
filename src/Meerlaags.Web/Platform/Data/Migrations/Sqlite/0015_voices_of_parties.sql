ALTER TABLE "parties" ADD COLUMN "voices" TEXT NOT NULL DEFAULT '[]';

UPDATE "parties" SET "voices" = (
  SELECT json_group_array(json_object('Organisation', lower(v."organisation")))
  FROM (SELECT "organisation" FROM "party_voices" WHERE "party_id" = "parties"."id" ORDER BY "organisation") v
)
WHERE "id" IN (SELECT "party_id" FROM "party_voices");

DROP TABLE "party_voices";
