ALTER TABLE parties ADD COLUMN voices text NOT NULL DEFAULT '[]';

UPDATE parties SET voices = (
  SELECT json_agg(json_build_object('Organisation', v.organisation) ORDER BY v.organisation)::text FROM party_voices v WHERE v.party_id = parties.id
)
WHERE id IN (SELECT party_id FROM party_voices);

DROP TABLE party_voices;
