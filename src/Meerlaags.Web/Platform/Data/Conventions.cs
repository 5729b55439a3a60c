using System.Globalization;
using System.Text;
using Meerlaags.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Meerlaags.Web.Platform.Data;

/// <summary>One way to keep values, for both databases: typed ids as uuid, enums as text, times as UTC, names in snake case, ids made by us.</summary>
public static class Conventions
{
    /// <summary>How types are kept.</summary>
    public static void Configure(ModelConfigurationBuilder types, bool sqlite)
    {
        foreach (
            var id in typeof(IId<>)
                .Assembly.GetTypes()
                .Where(type => type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)))
        )
            types.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        types.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        if (sqlite)
            types.Properties<DateTimeOffset>().HaveConversion<SortableTime>();
    }

    /// <summary>Names, and keys that are never made by the database.</summary>
    public static void Finish(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Snake(table));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SharesRow(entity) && property.IsPrimaryKey() ? "id" : Snake(property.GetColumnName()));
                if (property.IsPrimaryKey() && property.ClrType != typeof(int) && property.ClrType != typeof(long))
                    property.ValueGenerated = ValueGenerated.Never;
            }
            if (entity.ClrType.IsAssignableTo(typeof(Domain.Common.Aggregate)))
                entity.FindProperty(nameof(Domain.Common.Aggregate.Version))!.IsConcurrencyToken = true;
            foreach (var key in entity.GetKeys().Where(_ => !SharesRow(entity)))
                key.SetName(Snake(key.GetName()!));
            foreach (var key in entity.GetForeignKeys().Where(_ => !SharesRow(entity)))
                key.SetConstraintName(Snake(key.GetConstraintName()!));
            // Nothing of a collaboration goes because something else goes.
            foreach (var key in entity.GetForeignKeys().Where(key => !key.IsOwnership && entity.ClrType.IsAssignableTo(typeof(Domain.Common.Aggregate))))
                key.DeleteBehavior = DeleteBehavior.Restrict;
            foreach (var index in entity.GetIndexes())
                index.SetDatabaseName(Snake(index.GetDatabaseName()!));
        }
    }

    // An owned record such as a reveal lives in the row of its owner.
    private static bool SharesRow(IMutableEntityType entity) => entity.FindOwnership() is { IsUnique: true };

    /// <summary>Maps an aggregate: its table, and none of the things that live in memory only.</summary>
    public static EntityTypeBuilder<T> Aggregate<T>(this ModelBuilder model, string table)
        where T : Aggregate
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.Ignore(aggregate => aggregate.Facts);
        entity.Ignore(aggregate => aggregate.Chain);
        return entity;
    }

    /// <summary>RevealedAt becomes revealed_at.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var place = 0; place < name.Length; place++)
        {
            var letter = name[place];
            if (
                char.IsUpper(letter)
                && place > 0
                && name[place - 1] != '_'
                && (char.IsLower(name[place - 1]) || (place + 1 < name.Length && char.IsLower(name[place + 1])))
            )
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }
}

/// <summary>A typed id is kept as its value.</summary>
public sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, IId<TId>
{
    private static TId Make(Guid value) => TId.From(value);
}

/// <summary>SQLite has no times: text in UTC that sorts as time does.</summary>
public sealed class SortableTime() : ValueConverter<DateTimeOffset, string>(time => Write(time), text => Read(text))
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    internal static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    private static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
