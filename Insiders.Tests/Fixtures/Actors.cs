using Insiders.Core.Application.Access;

namespace Insiders.Tests.Fixtures;

/// <summary>Actors for tests, and accounts that admit all of them.</summary>
public static class Actors
{
    /// <summary>An administrator.</summary>
    public static Actor Ana { get; } = new("id-ana", "ana", Role.Admin);

    /// <summary>An analyst.</summary>
    public static Actor Ben { get; } = new("id-ben", "ben", Role.Analyst);

    /// <summary>A viewer.</summary>
    public static Actor Rui { get; } = new("id-rui", "rui", Role.Viewer);

    /// <summary>Accounts that have the role they claim.</summary>
    public static AccessCheck Access { get; } = new(new Believed());

    private sealed class Believed : IAccounts
    {
        public Task<bool> MayActAsync(string accountId, Role least, CancellationToken cancellationToken) => Task.FromResult(true);
    }
}
