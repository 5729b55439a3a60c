using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The writing form: an answer per question, and rows of points as three lists of equal length.</summary>
public sealed record WriteInput
{
    /// <summary>Empty rows that stand ready.</summary>
    private const int Ready = 3;

    /// <summary>Answers by key of the question.</summary>
    public Dictionary<string, string> Answers { get; init; } = [];

    /// <summary>Texts of the points.</summary>
    public List<string> Points { get; init; } = [];

    /// <summary>Ids of the points; empty for a new one.</summary>
    public List<string> PointIds { get; init; } = [];

    /// <summary>Who within a composite party raises each point; empty for the party as a whole.</summary>
    public List<string> Voices { get; init; } = [];

    /// <summary>What is kept, with room for more points.</summary>
    public static WriteInput From(Formulation? kept) =>
        new WriteInput
        {
            Answers = kept?.Answers.ToDictionary(answer => answer.Question, answer => answer.Text) ?? [],
            Points = [.. kept?.Points.Select(point => point.Text) ?? []],
            PointIds = [.. kept?.Points.Select(point => point.Id.Value.ToString()) ?? []],
            Voices = [.. kept?.Points.Select(point => point.Voice?.Value.ToString() ?? "") ?? []],
        }.Filled(Ready);

    /// <summary>One more empty row.</summary>
    public WriteInput WithRoomForPoints() => Filled(Points.Count + 1);

    /// <summary>One point more, in the first empty row.</summary>
    public WriteInput WithPoint(string text)
    {
        var place = Points.FindIndex(string.IsNullOrWhiteSpace);
        var filled = place < 0 ? WithRoomForPoints() : this;
        filled.Points[place < 0 ? Points.Count : place] = text;
        return filled;
    }

    /// <summary>An answer with words under it.</summary>
    public WriteInput WithAnswer(string question, string text)
    {
        var answer = Answers.GetValueOrDefault(question, "").TrimEnd();
        return this with { Answers = new(Answers) { [question] = answer.Length == 0 ? text : answer + "\n\n" + text } };
    }

    /// <summary>The same without the row at a place, from 0.</summary>
    public WriteInput WithoutPoint(int place) =>
        this with
        {
            Points = Without(Points, place),
            PointIds = Without(PointIds, place),
            Voices = Without(Voices, place),
        };

    /// <summary>As the domain takes it.</summary>
    public Draft ToDraft() =>
        new(
            Answers.Select(answer => new Answer(answer.Key, answer.Value)),
            Points.Select(
                (text, place) =>
                    new DraftPoint(
                        new PointId(IdAt(PointIds, place) ?? Guid.CreateVersion7()),
                        text,
                        IdAt(Voices, place) is { } voice ? new OrganisationId(voice) : null
                    )
            )
        );

    private WriteInput Filled(int rows) =>
        this with
        {
            Points = Fill(Points, rows),
            PointIds = Fill(PointIds, Math.Max(rows, Points.Count)),
            Voices = Fill(Voices, Math.Max(rows, Points.Count)),
        };

    private static List<string> Fill(List<string> list, int rows) => [.. list, .. Enumerable.Repeat("", Math.Max(0, rows - list.Count))];

    private static List<string> Without(List<string> list, int place) => [.. list.Where((_, at) => at != place)];

    private static Guid? IdAt(List<string> ids, int place) => place < ids.Count && Guid.TryParse(ids[place], out var id) ? id : null;
}
