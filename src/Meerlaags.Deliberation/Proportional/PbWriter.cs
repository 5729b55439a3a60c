using System.Globalization;
using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>Writes an election in the Pabulib format, so that <see cref="PbReader"/> reads back the same election.</summary>
public static class PbWriter
{
    /// <summary>Writes META (with num_projects, num_votes, budget and vote_type brought up to date), PROJECTS and VOTES.</summary>
    public static void Write(PbElection election, TextWriter text)
    {
        text.NewLine = "\n";
        text.WriteLine("META");
        text.WriteLine("key;value");
        foreach (var (key, value) in election.Meta)
            if (key is not ("num_projects" or "num_votes" or "budget" or "vote_type"))
                WriteRow(text, [key, value]);
        WriteRow(text, ["num_projects", $"{election.Projects.Count}"]);
        WriteRow(text, ["num_votes", $"{election.Ballots.Count}"]);
        WriteRow(text, ["budget", Amount(election.Budget)]);
        WriteRow(text, ["vote_type", Name(election.BallotType)]);

        text.WriteLine("PROJECTS");
        var columns = election.Projects.SelectMany(p => p.Columns.Keys).Distinct(StringComparer.Ordinal).ToArray();
        WriteRow(text, ["project_id", "cost", .. columns]);
        foreach (var project in election.Projects)
            WriteRow(text, [project.Id, Amount(project.Cost), .. columns.Select(c => project.Columns.GetValueOrDefault(c, ""))]);

        text.WriteLine("VOTES");
        var withPoints = election.BallotType is BallotType.Cumulative or BallotType.Scoring;
        WriteRow(text, withPoints ? ["voter_id", "vote", "points"] : ["voter_id", "vote"]);
        foreach (var ballot in election.Ballots)
        {
            var vote = string.Join(',', ballot.Projects.Select(p => election.Projects[p].Id));
            if (ballot.Points is { } points)
                WriteRow(text, [ballot.VoterId, vote, string.Join(',', points.Select(Amount))]);
            else
                WriteRow(text, [ballot.VoterId, vote]);
        }
    }

    /// <summary>The name of a ballot type in the format.</summary>
    public static string Name(BallotType type) =>
        type switch
        {
            BallotType.Approval => "approval",
            BallotType.ChooseOne => "choose-1",
            BallotType.Cumulative => "cumulative",
            BallotType.Scoring => "scoring",
            BallotType.Ordinal => "ordinal",
        };

    // Whole numbers and finite decimals as such, as every reader of the format knows them; anything else as a fraction, which ours knows too.
    private static string Amount(Rational value)
    {
        var (rest, twos, fives) = (value.Denominator, 0, 0);
        for (; rest.IsEven; twos++)
            rest /= 2;
        for (; rest % 5 == 0; fives++)
            rest /= 5;
        var places = Math.Max(twos, fives);
        if (places == 0 || !rest.IsOne)
            return value.ToString();
        var digits = (value * BigInteger.Pow(10, places)).Numerator;
        var sign = digits.Sign < 0 ? "-" : "";
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return $"{sign}{text[..^places]}.{text[^places..]}";
    }

    private static void WriteRow(TextWriter text, IReadOnlyList<string> fields) => text.WriteLine(string.Join(';', fields.Select(Quote)));

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(";\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
