CREATE TABLE "accounts" (
  "id" TEXT NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
  "display_name" TEXT NOT NULL,
  "is_administrator" INTEGER NOT NULL,
  "language" TEXT NOT NULL,
  "is_demo" INTEGER NOT NULL,
  "user_name" TEXT NULL,
  "normalized_user_name" TEXT NULL,
  "email" TEXT NULL,
  "normalized_email" TEXT NULL,
  "email_confirmed" INTEGER NOT NULL,
  "password_hash" TEXT NULL,
  "security_stamp" TEXT NULL,
  "concurrency_stamp" TEXT NULL,
  "phone_number" TEXT NULL,
  "phone_number_confirmed" INTEGER NOT NULL,
  "two_factor_enabled" INTEGER NOT NULL,
  "lockout_end" TEXT NULL,
  "lockout_enabled" INTEGER NOT NULL,
  "access_failed_count" INTEGER NOT NULL
);

CREATE TABLE "collaborations" (
  "id" TEXT NOT NULL CONSTRAINT "pk_collaborations" PRIMARY KEY,
  "challenge" TEXT NOT NULL,
  "region" TEXT NOT NULL,
  "started_at" TEXT NOT NULL,
  "next_talk_on" TEXT NULL,
  "next_talk_about" TEXT NULL,
  "hidden_views" TEXT NOT NULL,
  "version" INTEGER NOT NULL
);

CREATE TABLE "journal_chains" (
  "id" TEXT NOT NULL CONSTRAINT "pk_journal_chains" PRIMARY KEY,
  "count" INTEGER NOT NULL,
  "hash" TEXT NOT NULL
);

CREATE TABLE "journal_lines" (
  "chain" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "fact" TEXT NOT NULL,
  "person" TEXT NULL,
  "party" TEXT NULL,
  "content" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "seal" TEXT NULL,
  "sealed_for" TEXT NULL,
  CONSTRAINT "pk_journal_lines" PRIMARY KEY ("chain", "number")
);

CREATE TABLE "organisations" (
  "id" TEXT NOT NULL CONSTRAINT "pk_organisations" PRIMARY KEY,
  "code" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "official_name" TEXT NOT NULL,
  "abbreviation" TEXT NOT NULL,
  "province" TEXT NOT NULL,
  "part_of" TEXT NOT NULL,
  "tooi_id" TEXT NOT NULL,
  "oin" TEXT NOT NULL,
  "website" TEXT NOT NULL,
  "valid_from" TEXT NULL,
  "valid_to" TEXT NULL,
  "predecessors" TEXT NOT NULL,
  "successors" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "verified" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "search_key" TEXT NOT NULL
);

CREATE TABLE "outbox" (
  "id" TEXT NOT NULL CONSTRAINT "pk_outbox" PRIMARY KEY,
  "template" TEXT NOT NULL,
  "recipient" TEXT NOT NULL,
  "collaboration" TEXT NULL,
  "created_at" TEXT NOT NULL,
  "sent_at" TEXT NULL
);

CREATE TABLE "personal_tokens" (
  "id" TEXT NOT NULL CONSTRAINT "pk_personal_tokens" PRIMARY KEY,
  "person" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "secret_hash" TEXT NOT NULL,
  "scopes" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "revoked_at" TEXT NULL
);

CREATE TABLE "submits" (
  "id" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  CONSTRAINT "pk_submits" PRIMARY KEY ("id", "person")
);

CREATE TABLE "account_claims" (
  "id" INTEGER NOT NULL CONSTRAINT "pk_account_claims" PRIMARY KEY AUTOINCREMENT,
  "user_id" TEXT NOT NULL,
  "claim_type" TEXT NULL,
  "claim_value" TEXT NULL,
  CONSTRAINT "fk_account_claims_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "account_logins" (
  "login_provider" TEXT NOT NULL,
  "provider_key" TEXT NOT NULL,
  "provider_display_name" TEXT NULL,
  "user_id" TEXT NOT NULL,
  CONSTRAINT "pk_account_logins" PRIMARY KEY ("login_provider", "provider_key"),
  CONSTRAINT "fk_account_logins_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "account_tokens" (
  "user_id" TEXT NOT NULL,
  "login_provider" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "value" TEXT NULL,
  CONSTRAINT "pk_account_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
  CONSTRAINT "fk_account_tokens_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "framing_rounds" (
  "id" TEXT NOT NULL CONSTRAINT "pk_framing_rounds" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "question_set" TEXT NOT NULL,
  "question_set_version" INTEGER NOT NULL,
  "opened_at" TEXT NOT NULL,
  "revealed_at" TEXT NULL,
  "revealed_by" TEXT NULL,
  "spoken_at" TEXT NULL,
  "spoken_by" TEXT NULL,
  "closed_at" TEXT NULL,
  "outcome" TEXT NULL,
  "closing_reason" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_framing_rounds_collaborations_collaboration" FOREIGN KEY ("collaboration") REFERENCES "collaborations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "invitations" (
  "id" TEXT NOT NULL CONSTRAINT "pk_invitations" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "function" TEXT NOT NULL,
  "party" TEXT NULL,
  "voice" TEXT NULL,
  "for" TEXT NOT NULL,
  "secret_hash" TEXT NOT NULL,
  "created_at" TEXT NOT NULL,
  "expires_at" TEXT NOT NULL,
  "used_at" TEXT NULL,
  "withdrawn_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_invitations_collaborations_collaboration" FOREIGN KEY ("collaboration") REFERENCES "collaborations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "memberships" (
  "id" TEXT NOT NULL CONSTRAINT "pk_memberships" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  "function" TEXT NOT NULL,
  "party" TEXT NULL,
  "voice" TEXT NULL,
  "joined_at" TEXT NOT NULL,
  "ended_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_memberships_collaborations_collaboration" FOREIGN KEY ("collaboration") REFERENCES "collaborations" ("id") ON DELETE RESTRICT
);

CREATE TABLE "parties" (
  "id" TEXT NOT NULL CONSTRAINT "pk_parties" PRIMARY KEY,
  "organisation" TEXT NULL,
  "name" TEXT NOT NULL,
  "tier" TEXT NOT NULL,
  "seat" TEXT NOT NULL,
  "bound" INTEGER NOT NULL,
  "seated_at" TEXT NOT NULL,
  "left_at" TEXT NULL,
  "collaboration_id" TEXT NOT NULL,
  CONSTRAINT "fk_parties_collaborations_collaboration_id" FOREIGN KEY ("collaboration_id") REFERENCES "collaborations" ("id") ON DELETE CASCADE
);

CREATE TABLE "candidate_texts" (
  "id" TEXT NOT NULL CONSTRAINT "pk_candidate_texts" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_candidate_texts_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "formulations" (
  "id" TEXT NOT NULL CONSTRAINT "pk_formulations" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "answers" TEXT NOT NULL,
  "submitted_at" TEXT NULL,
  "submitted_by" TEXT NULL,
  "salt" TEXT NULL,
  "hash" TEXT NULL,
  "late" INTEGER NULL,
  "revealed_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_formulations_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "handed_in" (
  "party" TEXT NOT NULL,
  "round_id" TEXT NOT NULL,
  CONSTRAINT "pk_handed_in" PRIMARY KEY ("round_id", "party"),
  CONSTRAINT "fk_handed_in_framing_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "framing_rounds" ("id") ON DELETE CASCADE
);

CREATE TABLE "missing_parties" (
  "id" TEXT NOT NULL CONSTRAINT "pk_missing_parties" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "named_by" TEXT NULL,
  "at" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_missing_parties_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "same_points" (
  "id" TEXT NOT NULL CONSTRAINT "pk_same_points" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "first" TEXT NOT NULL,
  "second" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "undone_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_same_points_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "text_versions" (
  "id" TEXT NOT NULL CONSTRAINT "pk_text_versions" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "round" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "body" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "put_at" TEXT NOT NULL,
  "recheck_on" TEXT NOT NULL,
  "asked" TEXT NOT NULL,
  "withdrawn_at" TEXT NULL,
  "agreed_at" TEXT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_text_versions_framing_rounds_round" FOREIGN KEY ("round") REFERENCES "framing_rounds" ("id") ON DELETE RESTRICT
);

CREATE TABLE "mandates" (
  "id" TEXT NOT NULL CONSTRAINT "pk_mandates" PRIMARY KEY,
  "from" TEXT NOT NULL,
  "until" TEXT NULL,
  "source_decision" TEXT NOT NULL,
  "limits" TEXT NOT NULL,
  "membership_id" TEXT NOT NULL,
  CONSTRAINT "fk_mandates_memberships_membership_id" FOREIGN KEY ("membership_id") REFERENCES "memberships" ("id") ON DELETE CASCADE
);

CREATE TABLE "party_voices" (
  "organisation" TEXT NOT NULL,
  "party_id" TEXT NOT NULL,
  CONSTRAINT "pk_party_voices" PRIMARY KEY ("party_id", "organisation"),
  CONSTRAINT "fk_party_voices_parties_party_id" FOREIGN KEY ("party_id") REFERENCES "parties" ("id") ON DELETE CASCADE
);

CREATE TABLE "recognitions" (
  "sentence" TEXT NOT NULL,
  "party" TEXT NOT NULL,
  "candidate_text_id" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  CONSTRAINT "pk_recognitions" PRIMARY KEY ("candidate_text_id", "sentence", "party"),
  CONSTRAINT "fk_recognitions_candidate_texts_candidate_text_id" FOREIGN KEY ("candidate_text_id") REFERENCES "candidate_texts" ("id") ON DELETE CASCADE
);

CREATE TABLE "sentences" (
  "id" TEXT NOT NULL CONSTRAINT "pk_sentences" PRIMARY KEY,
  "position" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "points" TEXT NOT NULL,
  "candidate_text_id" TEXT NOT NULL,
  CONSTRAINT "fk_sentences_candidate_texts_candidate_text_id" FOREIGN KEY ("candidate_text_id") REFERENCES "candidate_texts" ("id") ON DELETE CASCADE
);

CREATE TABLE "points" (
  "id" TEXT NOT NULL CONSTRAINT "pk_points" PRIMARY KEY,
  "text" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "voice" TEXT NULL,
  "formulation_id" TEXT NOT NULL,
  CONSTRAINT "fk_points_formulations_formulation_id" FOREIGN KEY ("formulation_id") REFERENCES "formulations" ("id") ON DELETE CASCADE
);

CREATE TABLE "consents" (
  "id" TEXT NOT NULL CONSTRAINT "pk_consents" PRIMARY KEY,
  "number" INTEGER NOT NULL,
  "party" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "mandate" TEXT NULL,
  "choice" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "binding" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "text_version_id" TEXT NOT NULL,
  CONSTRAINT "fk_consents_text_versions_text_version_id" FOREIGN KEY ("text_version_id") REFERENCES "text_versions" ("id") ON DELETE CASCADE
);

CREATE TABLE "shared_issues" (
  "id" TEXT NOT NULL CONSTRAINT "pk_shared_issues" PRIMARY KEY,
  "collaboration" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "established_at" TEXT NOT NULL,
  "recheck_on" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  CONSTRAINT "fk_shared_issues_text_versions_text" FOREIGN KEY ("text") REFERENCES "text_versions" ("id") ON DELETE RESTRICT
);

CREATE INDEX "ix_account_claims_user_id" ON "account_claims" ("user_id");

CREATE INDEX "ix_account_logins_user_id" ON "account_logins" ("user_id");

CREATE INDEX "email_index" ON "accounts" ("normalized_email");

CREATE UNIQUE INDEX "user_name_index" ON "accounts" ("normalized_user_name");

CREATE UNIQUE INDEX "ix_candidate_texts_round" ON "candidate_texts" ("round");

CREATE INDEX "ix_consents_text_version_id" ON "consents" ("text_version_id");

CREATE UNIQUE INDEX "ix_formulations_round_party" ON "formulations" ("round", "party");

CREATE UNIQUE INDEX "ix_framing_rounds_collaboration_number" ON "framing_rounds" ("collaboration", "number");

CREATE INDEX "ix_invitations_collaboration" ON "invitations" ("collaboration");

CREATE UNIQUE INDEX "ix_invitations_secret_hash" ON "invitations" ("secret_hash");

CREATE INDEX "ix_journal_lines_seal" ON "journal_lines" ("seal");

CREATE INDEX "ix_mandates_membership_id" ON "mandates" ("membership_id");

CREATE INDEX "ix_memberships_collaboration" ON "memberships" ("collaboration");

CREATE INDEX "ix_memberships_person_collaboration" ON "memberships" ("person", "collaboration");

CREATE INDEX "ix_missing_parties_round" ON "missing_parties" ("round");

CREATE UNIQUE INDEX "ix_organisations_code" ON "organisations" ("code");

CREATE INDEX "ix_organisations_part_of" ON "organisations" ("part_of");

CREATE INDEX "ix_parties_collaboration_id" ON "parties" ("collaboration_id");

CREATE UNIQUE INDEX "ix_personal_tokens_secret_hash" ON "personal_tokens" ("secret_hash");

CREATE INDEX "ix_points_formulation_id" ON "points" ("formulation_id");

CREATE INDEX "ix_same_points_round" ON "same_points" ("round");

CREATE INDEX "ix_sentences_candidate_text_id" ON "sentences" ("candidate_text_id");

CREATE INDEX "ix_shared_issues_collaboration" ON "shared_issues" ("collaboration");

CREATE UNIQUE INDEX "ix_shared_issues_text" ON "shared_issues" ("text");

CREATE UNIQUE INDEX "ix_text_versions_round_number" ON "text_versions" ("round", "number");
