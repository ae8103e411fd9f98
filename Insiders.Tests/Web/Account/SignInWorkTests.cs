using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Account.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

/// <summary>Whether an address has an account cannot be told from what a try at it costs: compared by what is hashed, not by a clock.</summary>
public sealed partial class SignInWorkTests
{
    [Fact]
    public async Task A_try_hashes_once_and_a_paused_one_never_whoever_it_is_for()
    {
        await using var own = new SiteFactory();
        await own.InitializeAsync();
        var hasher = new CountedHasher();
        await using var site = own.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Person>>(hasher)));
        var people = site.Services.GetRequiredService<PeopleDirectory>();
        await people.InviteAsync("Ivo", "invited@shop.example", Roles.Viewer, "ana", CancellationToken.None);
        await people.InviteAsync("Lea", "locked@shop.example", Roles.Viewer, "ana", CancellationToken.None);
        var lea = (await people.ListAsync(CancellationToken.None)).Single(person => person.Email == "locked@shop.example");
        await people.LockAsync(lea.Id, "ana", CancellationToken.None);
        hasher.Verified.Clear();

        var known = await TryAsync(site, hasher, SignedIn.AdminEmail);

        Assert.Equal(PasswordAttempts.Free, known.Count(attempt => attempt.Hashed.Length > 0));
        Assert.All(known.Take(PasswordAttempts.Free), attempt => Assert.Single(attempt.Hashed));
        Assert.All(known.Skip(PasswordAttempts.Free), attempt => Assert.Contains("locked from here", attempt.Answer, StringComparison.Ordinal));
        foreach (var email in new[] { "nobody@shop.example", "invited@shop.example", "locked@shop.example" })
        {
            var other = await TryAsync(site, hasher, email);

            Assert.Equal(known.Select(attempt => (email, attempt.Status, attempt.Answer, string.Join(' ', attempt.Hashed))), other.Select(attempt => (email, attempt.Status, attempt.Answer, string.Join(' ', attempt.Hashed))));
        }
    }

    private static async Task<List<Attempt>> TryAsync(WebApplicationFactory<Program> site, CountedHasher hasher, string email)
    {
        using var browser = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var attempts = new List<Attempt>();
        for (var i = 0; i < PasswordAttempts.Free + 2; i++)
        {
            var token = Token().Match(await browser.GetStringAsync(AccountAddresses.SignIn)).Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Email", email), new("Form.Password", "wrong password"), new("__RequestVerificationToken", token)]);
            using var answer = await browser.PostAsync(AccountAddresses.SignIn, form);
            attempts.Add(new(answer.StatusCode, Problem().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value, [.. hasher.Verified]));
            hasher.Verified.Clear();
        }

        return attempts;
    }

    [GeneratedRegex(@"data-testid=""problem"">([^<]*)<")]
    private static partial Regex Problem();

    [GeneratedRegex(@"name=""__RequestVerificationToken""[^>]*value=""([^""]+)""")]
    private static partial Regex Token();

    private sealed record Attempt(HttpStatusCode Status, string Answer, string[] Hashed);

    /// <summary>Notes what makes a verification as dear as it is: the hash's format, function, rounds and lengths, which its first 13 bytes say.</summary>
    private sealed class CountedHasher : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> _hasher = new();

        public ConcurrentQueue<string> Verified { get; } = new();

        public string HashPassword(Person user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            var bytes = Convert.FromBase64String(hashedPassword);
            Verified.Enqueue($"{Convert.ToHexString(bytes.AsSpan(0, 13))}, {bytes.Length} bytes");
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
