using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Framing exists for members; a formulation only for its own party until the reveal.</summary>
internal sealed class FramingMapping : IMapping
{
    /// <summary>Name of the filter that keeps a text from everyone outside its party until the reveal.</summary>
    public const string Blind = "blind";

    /// <summary>Name of the filter that keeps other rounds from a guest of a room.</summary>
    public const string Guest = "guest";

    public void Map(ModelBuilder model, Db db)
    {
        MapRound(model, db);
        MapFormulation(model, db);
        MapText(model, db);
        MapVersion(model, db);
        CandidateMapping.Map(model, db);

        var same = model.Aggregate<SamePoint>("same_points");
        same.HasQueryFilter("member", mark => db.ViewerIsSystem || db.ViewerCollaborations.Contains(mark.Collaboration));
        same.HasQueryFilter(Guest, mark => db.ViewerIsSystem || !db.ViewerIsGuest || mark.Round == db.ViewerRound);
        same.Ignore(mark => mark.Ties);
        same.HasIndex(mark => mark.Round);
        same.HasOne<FramingRound>().WithMany().HasForeignKey(mark => mark.Round);

        var noted = model.Aggregate<NotedDifference>("noted_differences");
        noted.HasQueryFilter("member", note => db.ViewerIsSystem || db.ViewerCollaborations.Contains(note.Collaboration));
        noted.HasQueryFilter(Guest, note => db.ViewerIsSystem || !db.ViewerIsGuest || note.Round == db.ViewerRound);
        noted.Property(note => note.Sides).IsJson();
        noted.HasIndex(note => note.Round);
        noted.HasOne<FramingRound>().WithMany().HasForeignKey(note => note.Round);

        var missing = model.Aggregate<MissingParty>("missing_parties");
        missing.HasQueryFilter("member", named => db.ViewerIsSystem || db.ViewerCollaborations.Contains(named.Collaboration));
        missing.HasQueryFilter(Guest, named => db.ViewerIsSystem || !db.ViewerIsGuest || named.Round == db.ViewerRound);
        missing.HasIndex(named => named.Round);
        missing.HasOne<FramingRound>().WithMany().HasForeignKey(named => named.Round);

        var issue = model.Aggregate<SharedIssue>("shared_issues");
        issue.HasQueryFilter("member", shared => db.ViewerIsSystem || db.ViewerMemberships.Contains(shared.Collaboration));
        issue.HasIndex(shared => shared.Text).IsUnique();
        issue.HasIndex(shared => shared.Collaboration);
        issue.HasOne<TextVersion>().WithMany().HasForeignKey(shared => shared.Text);
    }

    private static void MapRound(ModelBuilder model, Db db)
    {
        var round = model.Aggregate<FramingRound>("framing_rounds");
        round.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        round.HasQueryFilter(Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Id == db.ViewerRound);
        round.Property(known => known.PointNames).IsLaterJson();
        round.Ignore(known => known.IsRevealed).Ignore(known => known.IsOpen).Ignore(known => known.TalksFirst).Ignore(known => known.Dream);
        round.Property(known => known.Format).HasDefaultValue(RoundFormat.WriteFirst).ValueGeneratedNever();
        round.Property(known => known.Dreams).IsLaterJson();
        round.HasIndex(known => new { known.Collaboration, known.Number }).IsUnique();
        round.HasOne<Collaboration>().WithMany().HasForeignKey(known => known.Collaboration);
        round.OwnsMany(
            known => known.HandedIn,
            mark =>
            {
                mark.ToTable("handed_in").WithOwner().HasForeignKey("RoundId");
                mark.HasKey("RoundId", nameof(HandedIn.Party));
            }
        );
        round.OwnsOne(
            known => known.Questions,
            questions =>
            {
                questions.Property(set => set.Key).HasColumnName("question_set");
                questions.Property(set => set.Version).HasColumnName("question_set_version");
            }
        );
        round.Navigation(known => known.Questions).IsRequired();
        round.OwnsOne(
            known => known.Reveal,
            reveal =>
            {
                reveal.Property(act => act.At).HasColumnName("revealed_at");
                reveal.Property(act => act.By).HasColumnName("revealed_by");
            }
        );
        round.OwnsOne(
            known => known.Met,
            met =>
            {
                met.Property(act => act.At).HasColumnName("met_at");
                met.Property(act => act.By).HasColumnName("met_by");
            }
        );
        round.OwnsOne(
            known => known.Spoken,
            spoken =>
            {
                spoken.Property(act => act.At).HasColumnName("spoken_at");
                spoken.Property(act => act.By).HasColumnName("spoken_by");
            }
        );
        round.OwnsOne(
            known => known.Closing,
            closing =>
            {
                closing.Property(act => act.At).HasColumnName("closed_at");
                closing.Property(act => act.Outcome).HasColumnName("outcome");
                closing.Property(act => act.Reason).HasColumnName("closing_reason");
            }
        );
    }

    private static void MapFormulation(ModelBuilder model, Db db)
    {
        var text = model.Aggregate<Formulation>("formulations");
        text.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        text.HasQueryFilter(Blind, known => db.ViewerIsSystem || known.RevealedAt != null || db.ViewerParties.Contains(known.Party));
        text.HasQueryFilter(Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Round == db.ViewerRound);
        text.Ignore(known => known.IsSubmitted);
        text.HasIndex(known => new { known.Round, known.Party }).IsUnique();
        text.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        text.Property(known => known.Answers).IsJson();
        text.OwnsOne(
            known => known.Submission,
            submission =>
            {
                submission.Property(act => act.At).HasColumnName("submitted_at");
                submission.Property(act => act.By).HasColumnName("submitted_by");
                submission.Property(act => act.Salt).HasColumnName("salt");
                submission.Property(act => act.Hash).HasColumnName("hash");
                submission.Property(act => act.Late).HasColumnName("late");
                submission.Property(act => act.Degree).HasColumnName("degree");
            }
        );
        text.OwnsMany(
            known => known.Points,
            point =>
            {
                point.ToTable("points").HasKey(thought => thought.Id);
                point.WithOwner().HasForeignKey("FormulationId");
            }
        );
    }

    private static void MapText(ModelBuilder model, Db db)
    {
        var text = model.Aggregate<CandidateText>("candidate_texts");
        text.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        text.HasQueryFilter(Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Round == db.ViewerRound);
        text.Ignore(known => known.Body);
        text.HasIndex(known => new { known.Round, known.Number }).IsUnique();
        text.Property(known => known.Number).HasDefaultValue(1).ValueGeneratedNever();
        text.Property(known => known.Name).HasDefaultValue("").ValueGeneratedNever();
        text.Property(known => known.Judgements).IsLaterJson();
        text.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        text.OwnsMany(
            known => known.Sentences,
            sentence =>
            {
                sentence.ToTable("sentences").HasKey(line => line.Id);
                sentence.WithOwner().HasForeignKey("CandidateTextId");
                sentence.Property(line => line.Points).IsJson();
            }
        );
        text.OwnsMany(
            known => known.Recognitions,
            recognition =>
            {
                recognition.ToTable("recognitions").WithOwner().HasForeignKey("CandidateTextId");
                recognition.HasKey("CandidateTextId", nameof(Recognition.Sentence), nameof(Recognition.Party));
            }
        );
    }

    private static void MapVersion(ModelBuilder model, Db db)
    {
        var version = model.Aggregate<TextVersion>("text_versions");
        version.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        version.HasQueryFilter(Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Round == db.ViewerRound);
        version.Ignore(known => known.IsOut).Ignore(known => known.HasConcern);
        version.HasIndex(known => new { known.Round, known.Number }).IsUnique();
        version.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        version.HasOne<CandidateText>().WithMany().HasForeignKey(known => known.Candidate);
        version.Property(known => known.Asked).IsJson();
        version.Property(known => known.Advised).IsLaterJson();
        version.Property(known => known.ChoiceReason).HasDefaultValue("").ValueGeneratedNever();
        version.Property(known => known.TableFits).IsLaterJson();
        version.OwnsMany(
            known => known.Consents,
            consent =>
            {
                consent.ToTable("consents").HasKey(answer => answer.Id);
                consent.WithOwner().HasForeignKey("TextVersionId");
            }
        );
    }
}

/// <summary>The places of framing in the data.</summary>
public static class FramingSets
{
    extension(Db db)
    {
        /// <summary>Rounds of the viewer's collaborations.</summary>
        public DbSet<FramingRound> Rounds => db.Set<FramingRound>();

        /// <summary>Texts: the own party's, and those that are revealed.</summary>
        public DbSet<Formulation> Formulations => db.Set<Formulation>();

        /// <summary>Marks that points are the same.</summary>
        public DbSet<SamePoint> SamePoints => db.Set<SamePoint>();

        /// <summary>What people say of differences.</summary>
        public DbSet<NotedDifference> NotedDifferences => db.Set<NotedDifference>();

        /// <summary>Candidates for the shared text.</summary>
        public DbSet<CandidateText> CandidateTexts => db.Set<CandidateText>();

        /// <summary>Frozen versions with their answers.</summary>
        public DbSet<TextVersion> TextVersions => db.Set<TextVersion>();

        /// <summary>Shared issues.</summary>
        public DbSet<SharedIssue> SharedIssues => db.Set<SharedIssue>();

        /// <summary>Parties that are missing at the table.</summary>
        public DbSet<MissingParty> MissingParties => db.Set<MissingParty>();
    }
}
