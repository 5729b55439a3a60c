-- The hashed part of the journal never changes, whatever the code does. Only the seal may be emptied.
CREATE FUNCTION journal_lines_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (NEW.chain, NEW.number, NEW.at, NEW.fact, NEW.person, NEW.party, NEW.content, NEW.hash, NEW.sealed_for)
      IS DISTINCT FROM (OLD.chain, OLD.number, OLD.at, OLD.fact, OLD.person, OLD.party, OLD.content, OLD.hash, OLD.sealed_for)
    OR (NEW.seal IS NOT NULL AND NEW.seal IS DISTINCT FROM OLD.seal) THEN
    RAISE EXCEPTION 'the journal is append-only';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER journal_lines_stay BEFORE UPDATE OR DELETE ON journal_lines
FOR EACH ROW EXECUTE FUNCTION journal_lines_stay();
