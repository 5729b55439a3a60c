using System.Text.Json;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Web.Features.Demo;

/// <summary>An example collaboration with invented texts, as its file in <c>content/demo</c> tells it. Organisations are named by their code, points as <c>GM1891#1</c>.</summary>
public sealed record ExampleFile(
    string Challenge,
    string Region,
    int StartedDaysAgo,
    ExampleTalk? NextTalk,
    IReadOnlyList<ExampleParty> Parties,
    ExampleRound Round,
    ExampleRound? NextRound = null
)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new PointAsText() },
    };

    /// <summary>Reads a file; a fault names the file.</summary>
    public static ExampleFile Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ExampleFile>(File.ReadAllText(file), Form)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}: {fault.Message}", fault);
        }
    }

    // A point is mostly a sentence and nothing more.
    private sealed class PointAsText : JsonConverter<ExamplePoint>
    {
        public override ExamplePoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new ExamplePoint(reader.GetString()!, null);
            using var document = JsonDocument.ParseValue(ref reader);
            return new ExamplePoint(
                document.RootElement.GetProperty("text").GetString()!,
                document.RootElement.TryGetProperty("voice", out var voice) ? voice.GetString() : null
            );
        }

        public override void Write(Utf8JsonWriter writer, ExamplePoint value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

/// <summary>The next talk.</summary>
public sealed record ExampleTalk(int InDays, string About);

/// <summary>A party, its voices when it is composite, and the cast that speaks for it.</summary>
public sealed record ExampleParty(string Code, IReadOnlyList<ExamplePerson> People)
{
    /// <summary>Codes of the organisations within.</summary>
    public IReadOnlyList<string> Voices { get; init; } = [];

    /// <summary>How fully it takes part.</summary>
    public SeatDegree Seat { get; init; }

    /// <summary>Whether it decides.</summary>
    public bool Bound { get; init; } = true;
}

/// <summary>A member of the cast at a party; with a mandate when a decision is named.</summary>
public sealed record ExamplePerson(string Cast, string? Voice, bool HoldsOffice, string? Mandate);

/// <summary>A round, as far as it came.</summary>
public sealed record ExampleRound(int OpenedDaysAgo, int? RevealedDaysAgo, IReadOnlyList<ExampleText> Texts)
{
    /// <summary>Points that were marked as the same.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Same { get; init; } = [];

    /// <summary>Statements with what parties say to them.</summary>
    public IReadOnlyList<ExampleStatement> Statements { get; init; } = [];

    /// <summary>The candidate text.</summary>
    public IReadOnlyList<ExampleSentence> Sentences { get; init; } = [];

    /// <summary>Who is missing.</summary>
    public IReadOnlyList<ExampleMissing> Missing { get; init; } = [];

    /// <summary>The version that was put to the parties.</summary>
    public ExampleVersion? Version { get; init; }

    /// <summary>Since when people had spoken and positions were open, or never.</summary>
    public int? SpokenDaysAgo { get; init; }

    /// <summary>The shared dream.</summary>
    public ExampleDream? Dream { get; init; }

    /// <summary>Other candidates, each a copy of the first with its own sentences added.</summary>
    public IReadOnlyList<ExampleOther> Others { get; init; } = [];

    /// <summary>What parties thought of the first candidate; opened after the last of them.</summary>
    public IReadOnlyList<ExampleCritique> Critiques { get; init; } = [];

    /// <summary>The orders in which parties put the candidates.</summary>
    public IReadOnlyList<ExampleOrder> Orders { get; init; } = [];
}

/// <summary>The shared dream.</summary>
public sealed record ExampleDream(string By, int DaysAgo, string Text);

/// <summary>Another candidate.</summary>
public sealed record ExampleOther(string Name, string By, int DaysAgo, IReadOnlyList<string> Sentences);

/// <summary>What a party thought of the first candidate.</summary>
public sealed record ExampleCritique(string Party, int DaysAgo)
{
    /// <summary>What works.</summary>
    public string Works { get; init; } = "";

    /// <summary>What is missing.</summary>
    public string Lacks { get; init; } = "";

    /// <summary>Which harm it fears.</summary>
    public string Harms { get; init; } = "";
}

/// <summary>The order of a party: numbers of candidates, the best first.</summary>
public sealed record ExampleOrder(string Party, int DaysAgo, IReadOnlyList<int> Places);

/// <summary>The text of a party.</summary>
public sealed record ExampleText(string Party, int DaysAgo, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<ExamplePoint> Points)
{
    /// <summary>Handed in, or a draft only its own party sees.</summary>
    public bool HandedIn { get; init; } = true;
}

/// <summary>A point, raised by an organisation within a composite party or by the party as a whole.</summary>
public sealed record ExamplePoint(string Text, string? Voice);

/// <summary>A statement with what each party says to it.</summary>
public sealed record ExampleStatement(string Text, string By, int DaysAgo, IReadOnlyList<string> Points, IReadOnlyList<ExamplePosition> Positions)
{
    /// <summary>Why it was set aside, or nothing.</summary>
    public string Aside { get; init; } = "";
}

/// <summary>What a party says to a statement.</summary>
public sealed record ExamplePosition(string Party, Stance Stance)
{
    /// <summary>Whether it truly moves the party.</summary>
    public bool Moves { get; init; }
}

/// <summary>A sentence.</summary>
public sealed record ExampleSentence(string Text, string By, int DaysAgo, IReadOnlyList<string> Points, IReadOnlyList<string> RecognisedBy);

/// <summary>A missing party.</summary>
public sealed record ExampleMissing(string By, int DaysAgo, string Name, string Why);

/// <summary>A version with its answers.</summary>
public sealed record ExampleVersion(int PutDaysAgo, int RecheckInDays, IReadOnlyList<ExampleAnswer> Answers);

/// <summary>An answer of a party.</summary>
public sealed record ExampleAnswer(string Party, int DaysAgo, ConsentChoice Choice, bool Binding)
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
}
