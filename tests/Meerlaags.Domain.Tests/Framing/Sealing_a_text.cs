using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Sealing_a_text
{
    private readonly Collaboration table = A.FullTable();
    private readonly FramingRound round;

    public Sealing_a_text() => round = A.Round(table);

    [Fact]
    public void The_sealed_file_is_readable_by_anyone()
    {
        var draft = new Draft([new Answer("issue", "Fryslân krimpt.")], [new DraftPoint(A.New<PointId>(), "Huizen", Ministries.Landbouw)]);
        var text = A.Submitted(round, table, Parties.Rijk, draft);

        var expected = $"""
            Meerlaags, verzegelde tekst, versie 1
            ronde {round.Id.Value}
            partij {Parties.Rijk.Value}
            zout {A.Salt}

            [vraag issue, 16 bytes]
            Fryslân krimpt.

            [punt 1 {Ministries.Landbouw.Value}, 6 bytes]
            Huizen

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(SealedText.Bytes(text)!));
    }

    [Fact]
    public void Its_sha256_is_the_hash_in_the_journal_also_after_storage()
    {
        var text = A.Submitted(round, table, Parties.Rijk, A.Draft(points: ["een", "twee", "drie"])).FromStorage();

        var hash = Convert.ToHexStringLower(SHA256.HashData(SealedText.Bytes(text)!));

        Assert.Equal(hash, text.Submission?.Hash);
        Assert.Equal(hash, Assert.IsType<FormulationSubmitted>(text.Facts[^1].Fact).Hash);
        Assert.Equal(hash, SealedText.Hash(text, A.Salt));
    }

    [Fact]
    public void Another_salt_is_another_hash()
    {
        var text = A.Written(round, table, Parties.Rijk);

        Assert.NotEqual(SealedText.Hash(text, A.Salt), SealedText.Hash(text, A.Salt.Replace('0', '1')));
    }

    [Fact]
    public void The_same_words_of_another_party_are_another_file() =>
        Assert.NotEqual(SealedText.Bytes(A.Written(round, table, Parties.Rijk), A.Salt), SealedText.Bytes(A.Written(round, table, Parties.Fryslan), A.Salt));

    [Fact]
    public void What_is_not_submitted_has_no_sealed_file() => Assert.Null(SealedText.Bytes(A.Written(round, table, Parties.Rijk)));

    [Fact]
    public void A_text_cannot_imitate_the_layout_of_the_file()
    {
        var honest = Bytes([new Answer("a", "T"), new Answer("b", "U")], []);

        Assert.NotEqual(honest, Bytes([new Answer("a", "T\n\n[vraag b, 1 bytes]\nU")], []));
        Assert.NotEqual(honest, Bytes([new Answer("a, 1 bytes]\nT\n\n[vraag b", "U")], []));
        Assert.NotEqual(Bytes([new Answer("a", "T")], ["P"]), Bytes([new Answer("a", "T\n\n[punt 1 -, 1 bytes]\nP")], []));
    }

    [Fact]
    public void Two_different_drafts_never_share_sealed_bytes() =>
        Prop.ForAll(
                Drafts,
                Drafts,
                (one, other) =>
                {
                    Assert.Equal(Parts(one), Parts(Bytes(one)));
                    Assert.Equal(Parts(one).SequenceEqual(Parts(other)), Bytes(one).SequenceEqual(Bytes(other)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static List<(string Title, string Text)> Parts(Draft draft) =>
        [
            .. draft.Answers.Select(answer => ($"vraag {answer.Question}", answer.Text)),
            .. draft
                .Points.Where(point => point.Text.Length > 0)
                .Select((point, index) => ($"punt {index + 1} {point.Voice?.Value.ToString() ?? "-"}", point.Text)),
        ];

    /// <summary>Reads a sealed file back: what can be read back in one way only was written from one draft only.</summary>
    private static List<(string Title, string Text)> Parts(byte[] file)
    {
        var parts = new List<(string, string)>();
        var at = Encoding.UTF8.GetByteCount(string.Concat(Encoding.UTF8.GetString(file).Split('\n').Take(4).Select(line => line + "\n")));
        while (at < file.Length)
        {
            var line = file.AsSpan(at + 1);
            var title = Encoding.UTF8.GetString(line[..line.IndexOf((byte)'\n')]);
            var comma = title.LastIndexOf(", ", StringComparison.Ordinal);
            var length = int.Parse(title[(comma + 2)..^" bytes]".Length], CultureInfo.InvariantCulture);
            var text = at + 1 + Encoding.UTF8.GetByteCount(title) + 1;
            parts.Add((title[1..comma], Encoding.UTF8.GetString(file.AsSpan(text, length))));
            at = text + length + 1;
        }
        return parts;
    }

    private byte[] Bytes(IEnumerable<Answer> answers, IEnumerable<string> points) =>
        Bytes(new Draft(answers, points.Select(point => new DraftPoint(A.New<PointId>(), point))));

    private byte[] Bytes(Draft draft) => SealedText.Bytes(A.Written(round, table, Parties.Rijk, draft), A.Salt);

    /// <summary>Few and small pieces, chosen to be mistaken for each other and for the layout of the file.</summary>
    private static Arbitrary<Draft> Drafts
    {
        get
        {
            var piece = Gen.Elements("", "a", "\n", "]", "1 bytes", "\n[vraag a, 1 bytes]\n", "\n[punt 1 -, 1 bytes]\n", "â", "-", ", ", A.Family);
            var text = piece.ListOf().Select(pieces => string.Concat(pieces.Take(4)));
            var answer = text.SelectMany(question => text.Select(words => new Answer(question, words)));
            var voice = Gen.Elements<Domain.Register.OrganisationId?>(null, Ministries.Landbouw);
            var point = text.SelectMany(words => voice.Select(by => new DraftPoint(A.New<PointId>(), words, by)));
            return answer
                .ListOf()
                .SelectMany(answers =>
                    point
                        .ListOf()
                        .Select(points => new Draft(answers.DistinctBy(given => Domain.Common.PlainText.Line(given.Question)).Take(3), points.Take(3)))
                )
                .ToArbitrary();
        }
    }
}
