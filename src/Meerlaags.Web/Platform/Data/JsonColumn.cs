using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Meerlaags.Web.Platform.Data;

/// <summary>A list that nobody joins on is kept as JSON text.</summary>
public static class JsonColumn
{
    internal static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new IdJson(), new JsonStringEnumConverter() },
    };

    /// <summary>Keeps the list as JSON text; compared by content.</summary>
    public static void IsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(
            new ValueConverter<IReadOnlyList<T>, string>(
                list => JsonSerializer.Serialize(list, Form),
                text => JsonSerializer.Deserialize<List<T>>(text, Form)!
            ),
            new ValueComparer<IReadOnlyList<T>>(
                (one, other) => one!.SequenceEqual(other!),
                list => list.Aggregate(0, (sum, item) => HashCode.Combine(sum, item)),
                list => list.ToList()
            )
        );

    /// <summary>The same for a column that came to a table with rows: those have an empty list.</summary>
    public static void IsLaterJson<T>(this PropertyBuilder<IReadOnlyList<T>> property)
    {
        property.IsJson();
        property.HasDefaultValueSql("'[]'").ValueGeneratedNever();
    }
}

/// <summary>Typed ids as plain uuids in JSON.</summary>
public sealed class IdJson : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>));

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<TId> : JsonConverter<TId>
        where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
