-- The hashed part of the journal never changes, whatever the code does. Only the seal may be emptied.
CREATE TRIGGER journal_lines_stay BEFORE DELETE ON journal_lines
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_lines_keep_their_content BEFORE UPDATE ON journal_lines
WHEN NEW.chain IS NOT OLD.chain OR NEW.number IS NOT OLD.number OR NEW.at IS NOT OLD.at OR NEW.fact IS NOT OLD.fact
  OR NEW.person IS NOT OLD.person OR NEW.party IS NOT OLD.party OR NEW.content IS NOT OLD.content OR NEW.hash IS NOT OLD.hash
  OR NEW.sealed_for IS NOT OLD.sealed_for OR (NEW.seal IS NOT NULL AND NEW.seal IS NOT OLD.seal)
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
